### The crisis desk.

crisis-title = Crisis desk
crisis-lede = Requests for help, from the request to the end: what was done, what is missing, and who takes the next step.
crisis-none = No request for help is open on { $day }. When a party asks for help under an article that calls on every other member, it stands here.
crisis-last = last act
crisis-docket = every matter of the docket
crisis-of = { $matter }: { $state }
crisis-must = Next
crisis-may = May be done now
crisis-lacking = No act found in this record
crisis-over = It has ended.
crisis-request = Request
crisis-stage = { $word ->
    [propose] Proposal
    [consult] Consultation
    [recommend] Recommendation
    [determine] Determination
    [decide] Decision
    [notify] Notification
    [consent] Consent
    [circulate] Circulation
    [wait] Waiting
    [deposit] Deposit
    [contribute] Contributions
    [report] Situation reports
    [carry-out] Carrying out
   *[end] End
}
crisis-duties = What the article asks
crisis-article-asks = The article asks the parties to { $what }.
crisis-matter = the same matter on the docket
crisis-feed = follow it in a feed reader
crisis-decision = to be printed
crisis-asked = Who is asked, and what each gave
crisis-how = how
crisis-count = number
crisis-aid = { $kind ->
    [offer] offered
    [contribute] gave
    [release] took back
   *[report] reported
}
crisis-voluntary = What each gives is its own choice.
crisis-nobody-asked = This record does not carry who is asked.
