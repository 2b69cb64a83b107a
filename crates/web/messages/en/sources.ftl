### Sources and their tables.

sources-not-dated = not dated
sources-lede = Everything this record says, it says on somebody's word.
sources-title = title
sources-publisher = publisher
sources-cited = cited
sources-no-publisher = publisher not known
sources-file = file { $file }
sources-as-it-tells = Read the record as it tells it
sources-cited-for = Cited for
sources-no-act = No act rests on it; articles, names or tables may.
sources-articles = Articles that rest on it
sources-line = line
sources-references = Its references
sources-notes = Its notes
sources-tables = Tables of the sources
sources-tables-lede = Each cell as its source prints it; where our reading differs, it stands beside it with the reason.
sources-no-table = No table of this source is in the record. Choose another source above, or the whole record.
sources-asked-on = asked on { $day }
sources-our-reading = our reading: { $reading }
