### One act.

act-title = Act { $act }
act-told-by = told by
act-in-the-record = in the record
act-place = position { $position }, { $place }, recorded as of { $day }
act-neighbours = Neighbouring acts
act-before = before: { $act }
act-after = after: { $act }
act-counts-from = counts from
act-in = in
act-under = under
act-told = { $what ->
    [about] about
    [claimed] claimed
   *[remark] remark
}
act-signed-by = signed by
act-signed-for = { $person }, for { $party }
act-taking-part = taking part
act-decision = The decision with its count and its receipt, to be printed
act-readings = How it is read
