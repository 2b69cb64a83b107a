### Как подсчитано решение: условия, подсчёт, правила, состав.

counts-who = { $who ->
    [for] проголосовали за
    [against] проголосовали против
    [abstaining] воздержались
    [abstaining-declared] воздержались с заявлением
    [absent] отсутствовали или промолчали
    [objecting] возразили
    [objecting-to-format] возразили против формата
    [agreeing-to-format] не возразили против формата
    [not-for] не проголосовали за
    [taking-part] принимают участие
    [voting] проголосовали за или против
    [present] присутствовали
   *[depositing] выразили согласие на обязательность
}
counts-base = { $base ->
    [signatories] подписавших государств
    [members] членов организации
    [parties] участников документа
    [contracting] договаривающихся государств
    [electorate] имеющих право голоса
    [voting] голосовавших за или против
    [present] присутствующих
    [taking-part] принимающих участие
   *[total] всех по таблице
}
counts-outcome = { $outcome ->
    [adopted] принято
    [not-adopted] не принято
    [conditional] принято под условием
    [vetoed] применено право вето
    [no-quorum] нет кворума
    [not-counted] не подсчитано
   *[undetermined] не определено
}
counts-counts-as = { $way ->
    [for] голос за
    [against] голос против
    [objecting] возражение
   *[nothing] не учитывается
}
counts-all = { $who }: все из числа { $base }
counts-at-least = { $who }: не менее { $count }
counts-at-least-in = { $who } из названных ({ $parties }): не менее { $count }
counts-share = { $who }: { $how ->
    [at-least] не менее
   *[more-than] более
} { $numerator }/{ $denominator } от числа { $base }
counts-share-less = { $who }: { $how ->
    [at-least] не менее
   *[more-than] более
} { $numerator }/{ $denominator } от числа { $base }, не считая: { $parties }
counts-fewer = { $who }: менее { $count }
counts-none = { $who }: никто
counts-none-in = { $who } из названных ({ $parties }): никто
counts-includes = в их числе: { $parties }
counts-weight = { $who }, по весу ({ $weights }): { $how ->
    [at-least] не менее
   *[more-than] более
} { $numerator }/{ $denominator } от веса { $base }
counts-not = не выполнено: { $condition }
counts-all-of = всё перечисленное
counts-any-of = хотя бы одно из перечисленного
counts-all-of-these = всё из этого
counts-one-of-these = одно из этого
counts-does-not-follow = следующее не выполнено
counts-follows = следующее выполнено
counts-some-needed = { $part } ({ $parties }), требуется { $needed }
counts-there-is-none = никого нет
counts-these = { $parties }
counts-of-these = из них: { $parties }
counts-part = { $part }
counts-empty-base = { $part } из 0: считать не от чего
counts-part-of-needed = { $part } из { $whole }, требуется { $needed }
counts-part-of = { $part } из { $whole }
counts-part-needed = { $part }, требуется { $needed }
counts-found = найдено { $count }: { $parties }
counts-asked = { $asked ->
    [usable] правило применимо, если
    [quorum] кворум:
    [adopted] принято, если
    [vetoed] вето, если
   *[inner] в том числе:
} { $condition }
counts-looked-at = { $asked ->
    [usable] правило применимо, если
    [quorum] кворум:
    [adopted] принято, если
    [vetoed] вето, если
   *[inner] в том числе:
} { $condition }; подсчёт: { $found }; { $holds ->
    [yes] выполнено
   *[no] не выполнено
}
counts-looked-at-by = { $asked ->
    [usable] правило применимо, если
    [quorum] кворум:
    [adopted] принято, если
    [vetoed] вето, если
   *[inner] в том числе:
} { $condition }; подсчёт: { $found }, { $margin }; { $holds ->
    [yes] выполнено
   *[no] не выполнено
}
counts-fewer-than = менее { $count }
counts-one-too-many = на одного больше допустимого
counts-too-many = сверх допустимого: { $count }
counts-exactly = ровно столько, сколько требуется
counts-one-more = на 1 больше, чем требуется
counts-more = на { $count } больше, чем требуется
counts-one-fewer = на 1 меньше, чем требуется
counts-fewer-by = на { $count } меньше, чем требуется
counts-voted = { $vote ->
    [for] за
    [against] против
    [abstaining] воздержались
   *[absent] отсутствовали
}: { $parties }
counts-opinion = мнение ({ $party }): { $opinion }
counts-condition-met = под условием, признанным выполненным актом { $act }: { $condition }
counts-condition = под условием: { $condition }
counts-counted = учтено как { $vote ->
    [for] голос за
    [against] голос против
    [abstain] воздержание
    [abstain-declared] воздержание с заявлением
    [absent] отсутствие
    [object] возражение
    [object-to-format] возражение против формата
   *[not-participating] неучастие
}: { $parties }
counts-no-kind = к какому виду относится дело, не сообщают ни акт, ни стадия, которой он является, и вида по умолчанию у органа нет; ни одно правило не применяется
counts-no-rule = на { $day } нет правила для вида дел { $kind }
counts-untold = { $parties }: как поступили, в записи нет; { $counts ->
    [yes] как бы ни поступили, итог тот же
   *[no] правило названо, но по нему ничего не подсчитано
}
counts-record-agrees = запись сообщает «{ $outcome }», и подсчёт даёт то же
counts-record-differs = запись сообщает «{ $outcome }»; подсчёт даёт другой итог
counts-record-contested = запись сообщает «{ $outcome }»; в другом прочтении итог оспаривается
counts-seats = { $organ }: членов на { $day } — { $count }: { $parties }
counts-seats-then = { $organ }: членов на { $day }, день открытия дела { $matter }, — { $count }: { $parties }
counts-no-seats = { $organ }: состава на { $day } в записи нет; голосующими считаются те, чьи голоса сообщены
counts-no-seats-then = { $organ }: состава на { $day }, день открытия дела { $matter }, в записи нет; голосующими считаются те, чьи голоса сообщены
counts-seat-without-vote = { $party }: есть место, но нет права голоса{ $article }
counts-kind-gives = { $organ }, вид дел { $kind }: { $outcome }
counts-kind-read = в прочтении { $reading } — { $organ }, вид дел { $kind }: { $outcome }
counts-kind-followed = в прочтении { $reading }, которому следует практика, — { $organ }, вид дел { $kind }: { $outcome }
counts-binds = обязательно для: { $parties ->
    [nobody] никого
   *[other] { $parties }
}
counts-binds-not = необязательно для: { $parties }
counts-aside = { $parties }: { $aside }
counts-rule-counts = правило { $rule }: воздержание — { $abstaining }, отсутствие — { $absent }
counts-rule-worded = правило { $rule } в редакции статьи { $article }: воздержание — { $abstaining }, отсутствие — { $absent }
counts-rule-worded-by = правило { $rule } в редакции акта { $act }: воздержание — { $abstaining }, отсутствие — { $absent }
counts-may-vote = имеют право голоса ({ $count }): { $parties }
counts-left-out = не учтён голос ({ $party }): { $why ->
    [no-seat] в этот день места в составе органа нет
    [no-vote] в этот день место есть, а права голоса нет
    [target] голос государства, которого касается дело, не учитывается
    [interested] заинтересованные в деле по нему не голосуют
    [late] поступил после окончания срока
    [not-yet] поступил после момента, о котором спрошено
    [replaced] его место занял более поздний голос того же государства
   *[outside] правило не относит это государство к голосующим
}
