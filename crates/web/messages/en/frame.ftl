### What stands around every page.

frame-skip = Skip to the page
frame-pages = Pages
frame-overview = Overview
frame-treaties = Treaties
frame-organs = Organs
frame-today = Today
frame-docket = Docket
frame-crisis = Crisis desk
frame-forces = Forces
frame-what-if = What if
frame-documents = Documents
frame-states = States
frame-timeline = Timeline
frame-disputes = Disputes
frame-sources = Sources
frame-tables = Tables
frame-findings = Findings
frame-ledger = Ledger
frame-profile = Profile

frame-bar = Which day, and on whose word
frame-as-of = as of
frame-day-before = the day before: { $day }
frame-day-after = the day after: { $day }
frame-according-to = according to
frame-whole-record = the whole record
frame-show = Show
frame-what-known = what did we know?
frame-known = as known on a day, or at a position of the record

frame-as-told-by = As { $source } alone tells it.
frame-read-whole = Read the whole record
frame-known-position = As known at position { $position }.
frame-known-day = As known on { $day }.
frame-written-afterwards = This record was written afterwards, as if kept at the time.
frame-expected = The record is complete to { $day }; what follows later is expected from rules.

frame-record = { $acts ->
    [one] One act
   *[other] { $acts } acts
} on the word of { $sources ->
    [one] one source
   *[other] { $sources } sources
}.
frame-complete-to = The record is complete to { $day }.
frame-no-position = This record takes no position of its own.
frame-how-to-read = How to read these pages
frame-for-programs = For programs
frame-languages = Languages
frame-draft = draft, unreviewed

frame-at-a-glance = The organisation at a glance
frame-every-page = Every page there is
frame-did-you-mean = Did you mean { $word }?
frame-rehearsal = A fork of { $log }, not its record.
