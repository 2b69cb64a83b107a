### Why a claim stands as it does.

why-title = Why?
why-title-of = Why: { $claim }
why-lede = Ask about a claim.
why-verdict = { $verdict } on { $day }.
why-verdict-word = { $word ->
    [yes] Yes
    [no] No
    [disputed] Positions differ
   *[undetermined] It depends on a date that is not known
}
why-weakest = The weakest evidence it rests on is { $evidence }.
why-another = Ask about another claim
why-claim = claim
why-asks = what it asks
why-forms = What can be claimed
why-form-party = or signatory, contracting, provisional, suspended, former
why-form-member = or suspended, observer, partner, former
why-form-force = whether it is in force
why-form-chair = who has the chair
why-form-office = who holds an office
why-form-adopted = whether a decision was adopted
why-form-not = before any of them

why-claim-not = not { $claim }
why-claim-party = { $party } { $status } { $of }
why-claim-force = { $instrument } in-force
why-claim-chair = { $party } chair { $organ }
why-claim-without-vote = { $party } without-vote { $organ }
why-claim-holds = { $person } holds { $office }
why-claim-adopted = adopted { $act }
why-claim-parties = parties { $instrument } { $how ->
    [equals] =
    [includes] includes
   *[excludes] excludes
} { $parties }
why-claim-members = members { $body } { $how ->
    [equals] =
    [includes] includes
   *[excludes] excludes
} { $parties }
why-claim-nobody = nobody
why-claim-term = term { $instrument } = { $number }
