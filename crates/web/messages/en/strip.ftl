### The strip chart of a course.

strip-same-in-table = { $title }; the same stands in the table
strip-up-to = { $title }, up to { $day }.
strip-from = { $state }: { $word }, from { $from }
strip-through = { $state }: { $word }, from { $from } through { $until }
strip-by = a day not known, by { $day }
strip-between = a day between { $first } and { $second }
strip-unsure = { $state }, { $word } from { $from }
strip-hatched = hatched where the first day is not exactly known: { $bands }.
