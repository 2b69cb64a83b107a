### Что решает орган при таких голосах.

decide-title = Как принимает решения { $organ }
decide-lede = Выберите вид вопроса и как голосует каждый член на { $day }; правило, действующее в этот день, говорит, что из этого следует.
decide-no-kind = В праве, как оно здесь записано, нет вида вопросов, которые решает этот орган.
decide-no-seats = В этой записи нет сведений о составе органа в этот день. Выберите выше другой день.
decide-on = На { $day }
decide-outcome = { $outcome ->
    [adopted] принято
    [not-adopted] не принято
    [conditional] принято под условием
    [vetoed] применено право вето
    [no-quorum] нет кворума
   *[undetermined] не определено
}
decide-under = { $outcome }; основание — { $article }.
decide-by-none = { $outcome }.
decide-binds = Обязательно для: { $whom }.
decide-looked-at = Что было рассмотрено
decide-reading = прочтение
decide-condition = условие
decide-counted = подсчёт
decide-holds = выполнено
decide-yes = да
decide-no = нет
decide-set-aside = Голоса, которые не учтены
decide-kind = вид вопроса
decide-about = в отношении
decide-about-none = никого из членов
decide-votes = Как голосует каждый
decide-vote = { $vote ->
    [yes] за
    [no] против
    [abstain] воздерживается
    [abstain-declared] заявляет о воздержании
    [absent] отсутствует
    [object] возражает
    [object-to-format] возражает против формата
   *[not-participating] не участвует
}
decide-count = Подсчитать
decide-read-followed = Прочтение { $name } ({ $article }), которому следует практика: { $outcome }.
decide-read = Прочтение { $name } ({ $article }): { $outcome }.
decide-binds-nobody = Ни для кого не обязательно.
decide-not-counted = { $why ->
    [no-seat] в этот день места в составе органа нет
    [no-vote] в этот день место есть, а права голоса нет
    [target] голос государства, которого касается дело, не учитывается
    [interested] заинтересованные в деле по нему не голосуют
    [late] поступил после окончания срока
    [not-yet] поступил после момента, о котором спрошено
    [replaced] его место занял более поздний голос того же государства
   *[outside] правило не относит это государство к голосующим
}
