### What there is to say beside the outcome of a decision.

decides-readings-differ = readings between which the record does not decide differ
decides-no-organ = the record does not say of whom the organ is made on that day: the states of the votes are taken as its members
decides-organ-to-come = { $organ } is not there until { $day }{ $article }: of that day is the first act about { $instrument }
decides-silence-still = the silence still runs
decides-none-followed = practice follows none of the readings on that day
decides-law-not-in-force = { $instrument } is not in force on { $day } by this record
decides-carries-one = { $article } carries one; the first act about { $instrument } is of { $day }
decides-goes-before = in { $procedure } ({ $article }) there goes before it: { $steps }
decides-step-by = { $step } by { $actor }
decides-step-by-each = { $step } by each { $actor }
decides-nobody-may-vote = nobody may vote under { $rule } ({ $article })
decides-days-of-seat = days are counted by the clocks of the seat, and the last one runs to its end
decides-days-universal = days are counted in universal time
decides-may-not-be-used = { $rule } ({ $article }) may not be used, and no rule takes its place
decides-nobody-came = none of those who may vote is on record as present: { $rule } ({ $article }) does not say what that counts as
decides-silence-said = the circulated text lets silence end at { $said }; the article gives { $end }
decides-silence-taken = the moment asked about is taken for the end of the silence
decides-extension-awaited = { $by } would extend { $instrument } from { $from }: signed by { $parties }, not in force by what was known
