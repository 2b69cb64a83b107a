### The doors of the first page.

doors-title = Where to begin
doors-delegation = For a delegation
doors-delegation-what = What must we answer today, by when, under which article?
doors-officer = For an officer of the secretariat
doors-officer-what = Register a received instrument and issue its notification.
doors-planner = For a planner
doors-planner-what = Who takes part in the forces on a day, and what is pledged?
doors-auditor = For a member’s auditor
doors-auditor-what = Verify the log here, or on your own machine.
doors-scholar = For a journalist or scholar
doors-scholar-what = Was a state bound on a day? With a citation to paste.

doors-begin = Read the record, or rehearse
doors-read = Read the record
doors-read-what = What was done, on whose word, under which article. Reading changes nothing.
doors-rehearse = Rehearse
doors-rehearse-what = Act as any delegation in a copy that is in motion already, on this machine alone. Its acts are invented, every page of it says so, and none of them enters this record.

doors-part = Take a part in this rehearsal
doors-part-make = Make a key
doors-part-key = { $link } for any delegation, and enrol it here: the key stays in your browser.
doors-part-in = { $link } with it.
doors-part-see = See what is awaited of your state: { $today }; and what is in motion: { $docket }.
doors-part-open = { $number ->
    [one] one open matter
   *[other] { $number } open matters
}
doors-part-act = { $link }: request, object, withdraw, vote, adopt.
doors-part-back = Nothing of this enters the record. { $link }.
