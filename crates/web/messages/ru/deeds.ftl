### Что совершено актом, одним предложением.
### Имена не склоняются и не согласуются с глаголом, поэтому действие названо существительным.

deeds-sign = { $parties }: подписание — { $instruments }
deeds-deposit = { $parties }: депонирование { $form ->
    [ratification] документа о ратификации
    [acceptance] документа о принятии
    [approval] документа об утверждении
    [accession] документа о присоединении
    [succession] уведомления о правопреемстве
    [notification] уведомления о выполнении внутригосударственных процедур
   *[consent] документа о согласии на обязательность
} — { $instruments }
deeds-ratify = { $parties }: ратификация по внутреннему праву — { $instruments }
deeds-refuse = { $parties }: отказ от участия — { $instruments }
deeds-force = { $instruments }: вступление в силу
deeds-force-for = { $instruments }: вступление в силу для участников — { $parties }
deeds-provisional = { $parties }: заявление о временном применении — { $instruments }
deeds-notice = { $parties }: уведомление о выходе — { $instruments }
deeds-revoke = { $parties }: отзыв акта { $act }
deeds-end = { $instruments }: прекращение участия — { $parties }; основание: { $cause }
deeds-suspend = { $instruments }: приостановление участия — { $parties }; основание: { $cause }
deeds-resume = { $instruments }: возобновление участия — { $parties }
deeds-register = { $instruments }: регистрация — { $register }
deeds-reserve = { $parties }: оговорка — { $instruments }: { $text }
deeds-object = { $parties }: возражение против акта { $act }: { $text }
deeds-join = { $body }: { $how ->
    [admitted] принятие
    [restored] восстановление участия
   *[told] вступление
} — { $parties } ({ $status })
deeds-leave = { $body }: выход — { $parties }; основание: { $cause }
deeds-suspend-member = { $body }: приостановление членства — { $parties }; основание: { $cause }
deeds-cast = { $parties }: { $vote ->
    [for] голос за
    [against] голос против
    [abstain] воздержание при голосовании
    [abstain-declared] воздержание с заявлением, что решение не связывает
    [object] возражение при голосовании
    [object-to-format] возражение против порядка принятия решения
   *[not-participating] заявление о неучастии
}
deeds-vote = { $body }: { $right ->
    [taken] приостановление права голоса
    [permitted] право голоса сохранено
   *[returned] возвращение права голоса
} — { $parties }
deeds-session = { $organ }: { $form ->
    [regular] очередная сессия
    [extraordinary] внеочередная сессия
    [remote] дистанционная сессия
   *[untold] сессия
}
deeds-session-in = { $organ }: { $form ->
    [regular] очередная сессия
    [extraordinary] внеочередная сессия
    [remote] дистанционная сессия
   *[untold] сессия
} ({ $place })
deeds-call = { $who }: созыв { $form ->
    [regular] очередной сессии
    [extraordinary] внеочередной сессии
   *[remote] дистанционной сессии
} на { $day } — { $organ }
deeds-agenda = повестка дня к акту { $act }, { $stage ->
    [invited] как в приглашении
    [adopted] как утверждена
   *[held] как рассмотрена
}
deeds-minutes = протокол к акту { $act }, редакция { $revision }
deeds-credentials = { $party }: представление полномочий — { $person }; кому: { $body }
deeds-examine = { $body }: полномочия по акту { $act } { $stage ->
    [examined] рассмотрены
   *[accepted] приняты
}
deeds-decide = { $organ }: { $outcome ->
    [adopted] решение принято
    [not-adopted] решение не принято
    [conditional] решение принято под условием
    [vetoed] решение не принято: наложено вето
    [no-quorum] решение не принято: нет кворума
   *[undetermined] исход решения не установлен
}
deeds-chair = { $party }: начало председательства — { $organ }
deeds-chair-instead = { $party }: начало председательства — { $organ }; замещается { $absent }
deeds-appoint = { $person } ({ $party }): назначение на должность — { $office }
deeds-stand-in = { $person } ({ $party }): временное исполнение обязанностей — { $office }
deeds-vacate = { $office }: должность вакантна
deeds-vacate-recalled = { $office }: должность вакантна вследствие отзыва — { $party }
deeds-request = { $parties }: обращение — { $what }
deeds-request-of = { $parties }: обращение — { $what }; адресат: { $asked }
deeds-aid = { $who }: { $kind ->
    [offer] предложение помощи
    [contribute] оказание помощи
    [release] возвращение предоставленного
   *[report] сообщение
} — { $what }
deeds-state = { $who }: заявление
deeds-capacity = { $capacity ->
    [head-of-state] глава государства
    [head-of-government] глава правительства
    [foreign-minister] министр иностранных дел
    [defence-minister] министр обороны
    [permanent-representative] постоянный представитель
   *[delegate] делегат
}
deeds-state-as = { $who }, { $capacity }: заявление
deeds-exercise = учение { $name }
deeds-figure = { $name }: { $number }
deeds-figure-of = { $name } ({ $of }): { $number }
deeds-position = { $party }: { $position } — { $entity }
deeds-agree = { $body }: заключение документа { $title }
deeds-correct = исправление акта { $act }
deeds-amend = { $instrument }: внесение изменений
deeds-transcribe = { $instrument }: исправление записи текста
