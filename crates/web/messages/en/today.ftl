### What a delegation must answer.

today-title = Today
today-whose = Today
today-whose-lede = Of whom something is awaited: a vote, an answer before silence counts, an instrument, a report.
today-nobody = Nothing is awaited of anybody on that day.
today-state = state
today-awaited = awaited
today-next = first
today-of = Today: { $state }
today-lede = What this record awaits on { $day }, each with its clock and its article.
today-nothing = Nothing is awaited on that day.
today-soon = Within { $days ->
    [one] one day
   *[other] { $days } days
}
today-said = What it has said in steps that still run
today-overdue = Its day has passed, and no act is found in this record
today-timed = With a day
today-open = Without a day
today-free = May be answered
today-opened-by = Opened by { $state }.
today-about = About { $state }.
today-matter = the matter and its steps
today-binds = What binds it on that day
today-takes-part = All it takes part in

today-step = { $step }: { $matter }
today-vote = { $step } in the { $organ }: { $matter }
today-consent = Consent to be bound: { $instrument } is signed, and no instrument of consent is found
today-yearly = Each year: { $duty }

today-propose = Propose
today-consult = Consult
today-recommend = Take part in the recommendation
today-determine = Take part in the determination
today-decide = Vote
today-notify = Notify
today-answer = Answer, or consent by silence
today-circulate = Circulate the text
today-wait = Wait
today-deposit = Deposit the instrument
today-contribute = Offer or contribute
today-report = Report
today-carry-out = Carry out
today-end = End it

today-due-today = today, { $day }, is the last day
today-due = by { $day }, { $days ->
    [one] one day left
   *[other] { $days } days left
}
today-was-due = was due by { $day }, { $days ->
    [one] one day ago
   *[other] { $days } days ago
}
today-then-consent = silence counts as consent, and until then an objection may be raised
today-then-lapses = then the matter lapses
today-then-owed = it stays owed
