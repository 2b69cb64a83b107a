### How to read the pages.

about-lede = Every fact is a link to why: the act, the article, the source, and how sure it is.
about-every-page = Every page
about-programs = The same questions answer in JSON, described in { $link }. Every answer has a strong entity tag. Errors are problem documents (RFC 9457) with a hint.
about-moment = Which day, known when, according to whom
about-field = { $field ->
    [on] The day asked about, at its end, or an instant; today where it is left out.
    [known] Up to where the record is read: the position of an act, or a day of recording.
   *[according_to] Follow one source alone.
}
about-unknown = An answer past the last day for which the record is complete follows from rules alone, and says so. What is not known stays not known: no date is guessed.
about-words = Words
about-status = { $word ->
    [signatory] it signed and has not consented to be bound
    [contracting] it consented, and the instrument is not in force for it
    [provisional] it applies the instrument provisionally
    [party] it is bound
    [suspended] its participation is suspended
   *[former] it was bound and is no longer; the cause stands beside it
}
about-disputed = readings between which the record does not decide give different answers
about-not-known = it depends on a date that is not known
about-how-sure = How sure
about-evidence = { $word ->
    [official-text] the authentic text was seen
    [account] one of the accounts of the record says so
    [secondary] a public source beyond the accounts says so
   *[unverified] general knowledge, to be verified
}
about-noticed = What is noticed about an act
about-two-things = That our record lacks an act and that an act on record departs from an article are two things and never merged.
about-paths = Paths
about-path-column = path
about-shows = what it shows
about-takes = takes
about-path = { $path ->
   *[other] { $about }
}
