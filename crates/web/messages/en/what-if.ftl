### What would follow under another law.

what-if-title = What if?
what-if-lede = Suppose another wording of an article, or that it were not there. Nothing of the record changes.
what-if-suppose = Suppose
what-if-for-programs = For programs: { $link }
what-if-as-json = the same question in JSON
what-if-unread = This cannot be read as charter text: { $fault }
what-if-on = Supposing on { $day }
what-if-from = { $law }, from { $day }
what-if-differ = { $law }: { $number ->
    [0] no answer differs
    [one] { $number } answer differs
   *[other] { $number } answers differ
} of { $compared } that were compared.
what-if-matter = The matter, under each
what-if-of-record = as the record has it
what-if-of-supposed = as supposed
what-if-no-matter = Under the supposed law no matter is opened by that act.
what-if-differs = What differs
what-if-before = before
what-if-after = after
what-if-otherwise = Acts that would stand otherwise
what-if-wordings = The wordings of { $article }
what-if-worded-by = as worded by { $act }
what-if-as-made = as it was made
what-if-this = suppose this wording
what-if-lines = its lines
what-if-repealed = Suppose it were repealed
what-if-article = article
what-if-show = Show its wordings
what-if-text = charter text that begins with { $replaces }, { $inserts } or { $repeals }
what-if-counting = counting from
what-if-applied = applied to
what-if-to-none = no matter
