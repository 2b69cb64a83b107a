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
