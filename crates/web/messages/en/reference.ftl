### The reference of what programs can ask.

reference-title = What programs can ask
reference-lede = Every question, with what it takes and how it answers, made from { $link }. A field with * is needed; the number of an answer says more when you point at it.
reference-send-hint = Open an operation to send it from here: the form asks this server and shows the answer as it came.
reference-send = Send
reference-body = body
reference-takes = It takes
