### Where accounts differ, what the record lacks, what differs between two days.

doubts-title = Where accounts differ
doubts-lede = { $number ->
    [one] { $number } act is
   *[other] { $number } acts are
} read differently by sources; { $changing } of these would change an answer of this record.
doubts-none = All sources agree, as far as they were known on that day.
doubts-less-exact = less exact, not otherwise
doubts-changes-nothing = Another reading would change nothing that this record asks.
doubts-from-through = from { $from } through { $until }: { $what }
doubts-uncertain-day = { $day } (day uncertain)
doubts-from-on = from { $from } on: { $what }
doubts-findings-lede = What the engine noticed while it read the whole record. A finding judges nobody: it says what an article, as encoded here, asks for and this record does not show.
doubts-counts = { $acts ->
    [one] { $acts } act
   *[other] { $acts } acts
}, { $held ->
    [one] { $held } assertion holds
   *[other] { $held } assertions hold
}, { $failed ->
    [one] { $failed } does
   *[other] { $failed } do
} not, { $findings ->
    [one] { $findings } finding
   *[other] { $findings } findings
}.
doubts-failed = Assertions that do not hold
doubts-noticed = what was noticed
doubts-says = what the record says of it
doubts-not-foreseen = not foreseen by the record
doubts-how-sure = How sure the articles are
doubts-unverified = Unverified, each of them a place to help: { $articles }
doubts-diff = What differs between two days
doubts-choose = Choose two days.
doubts-beside = { $before } beside { $after }.
doubts-no-difference = Nothing differs: no participation, no membership, no entry into force.
doubts-differences = Differences
doubts-before = before
doubts-after = after
doubts-left-open = Left open
doubts-compare = Compare
