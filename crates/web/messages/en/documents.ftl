### The documents beside the log.

documents-lede = The log holds what a document is called, for which organs it is, and a commitment that gives nothing of it away. Its body stands beside the log and can be erased.
documents-no-log = This record is read from text: it has no log, and no documents beside one.
documents-none = No document was deposited.
documents-latest-first = Documents, the latest first
documents-document = document
documents-deposited = deposited
documents-for = for
documents-type = type
documents-bytes = bytes
documents-commitment = commitment
documents-who-reads = Whoever has a seat in one of its organs on the day of reading may read a document.
documents-erased = – erased: { $reason } ({ $entry })
documents-entry = entry { $number }
documents-everybody = everybody
