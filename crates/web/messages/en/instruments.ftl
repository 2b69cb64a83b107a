### Instruments.

instruments-title = Treaties and other instruments
instruments-lede = How each stands on { $day }.
instruments-treaties = Treaties
instruments-protocols = Agreements, protocols and charters
instruments-decisions = Decisions and regulations of organs
instruments-practice = Practice
instruments-bound = bound
instruments-of = of the { $body }
instruments-amends = amends the { $instrument }
instruments-stands = { $force } on { $day }
instruments-stands-since = { $force } on { $day }, since { $since }
instruments-period-goes-on = Period { $number }, from { $from } to a day after the last of the calendar
instruments-period = Period { $number }, from { $from } through { $through }
instruments-nobody = No state had signed it, consented to it or acceded to it on that day, as far as this record goes.
instruments-status-on = Status on { $day }
instruments-another-reading = another reading would change this row
instruments-accounts-differ = accounts differ
instruments-articles = Articles
instruments-no-article = No article of it is encoded here.
instruments-taken-away = (taken away)
instruments-duty = { $kind ->
    [obliges] obliges
   *[entitles] entitles
}
instruments-since-force = since the { $instrument } is in force, by { $article }
instruments-from = from { $day }, by { $article }
instruments-by-act = by { $act }
instruments-not-told = not told
instruments-since = since { $day }
instruments-until = until { $day }
instruments-not-ours = not in our reading
