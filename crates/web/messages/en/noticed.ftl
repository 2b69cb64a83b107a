### What was noticed about an act.

noticed-nothing = { $party } is { $status } of { $instrument }: the act changes nothing
noticed-no-signature = no act found in this record: signature of { $instrument } by { $party } before its { $form ->
    [ratification] ratification
    [acceptance] acceptance
    [approval] approval
    [accession] accession
    [succession] succession
    [notification] notification
   *[consent] consent
}
noticed-no-step = no act found in this record before it: the step { $step }, by { $actor }
noticed-step-runs = the time for the step { $step } before it runs until { $day }
noticed-ended = the matter ended on { $day }, before this act
noticed-no-consent = no act found in this record: consent to be bound by { $instrument } of { $party }
noticed-no-decision = no act found in this record before it: a decision adopted by { $organ } on { $party }, as the article asks
noticed-no-decision-of-any = no act found in this record before it: a decision that lets { $party } accede, as the article asks
