### Assertions that do not hold, and what is expected and not found.

checks-asserted = { $when }: { $claim } { $stands ->
    [yes] is so
    [no] is not so
    [disputed] is disputed
   *[undetermined] depends on a date that is not known
}
checks-not-met = a finding is expected here, and there is none: { $grade ->
    [void] without effect under the article as encoded here
    [irregular] departs from the article as encoded here
    [unrecorded] no act found in this record
    [disputed] positions differ
   *[orphan] refers to something this record does not have
}
