### Лента хода событий.

strip-same-in-table = { $title }; то же стоит в таблице
strip-up-to = { $title }, до { $day }
strip-from = { $state }: { $word }, с { $from }
strip-through = { $state }: { $word }, с { $from } по { $until }
strip-by = дня, который не установлен, не позднее { $day }
strip-between = одного из дней между { $first } и { $second }
strip-unsure = { $state }, { $word } с { $from }
strip-hatched = заштриховано там, где первый день точно не установлен: { $bands }.
