### What happened, in order.

timeline-acts = { $number ->
    [one] { $number } act
   *[other] { $number } acts
} up to { $day }.
timeline-acts-on-pages = { $number ->
    [one] { $number } act
   *[other] { $number } acts
} up to { $day }, on { $pages } pages.
timeline-none = The record begins later. Choose a later day above.
timeline-next = What came next
timeline-years = Years
