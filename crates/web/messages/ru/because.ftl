### Почему утверждение обстоит так: что о нём сказано.

because-act = { $act }
because-followed = { $through ->
    [act] этим актом
    [entry] выполнено условие вступления в силу
    [base-shrank] условие выполнено, когда тех, от числа которых оно отсчитывается, стало меньше
    [expiry] срок истёк и для этого государства не был продлён; выхода в этой записи не найдено
    [extension] продление обязывает и после истечения срока
    [notice-period] истёк срок уведомления
    [membership] участие в документе влечёт членство
   *[other-instrument] изменено другим документом
} (следует из акта: { $act })
because-nothing-found = в этой записи не найдено акта
because-to-instrument = { $party }: { $stands ->
    [signatory] подписавшее государство
    [contracting] согласие на обязательность выражено
    [provisional] временное применение
    [party] участник
    [suspended] участие приостановлено
   *[former] участие прекращено
} ({ $instrument }); основание: { $act }
because-to-instrument-since = { $party }: { $stands ->
    [signatory] подписавшее государство
    [contracting] согласие на обязательность выражено
    [provisional] временное применение
    [party] участник
    [suspended] участие приостановлено
   *[former] участие прекращено
} ({ $instrument }), причина: { $cause ->
    [expired-not-extended] срок действия истёк и не был продлён
    [withdrawn] выход
    [expelled] исключение
    [suspended-sanction] санкция
    [suspended-own-request] собственная просьба
   *[superseded] место документа занял другой
}; основание: { $act }
because-to-body = { $party }: { $stands ->
    [member] член
    [suspended] членство приостановлено
    [observer] наблюдатель
    [partner] партнёр
   *[former] членство прекращено
} ({ $body }); основание: { $act }
because-to-body-since = { $party }: { $stands ->
    [member] член
    [suspended] членство приостановлено
    [observer] наблюдатель
    [partner] партнёр
   *[former] членство прекращено
} ({ $body }), причина: { $cause ->
    [expired-not-extended] срок действия истёк и не был продлён
    [withdrawn] выход
    [expelled] исключение
    [suspended-sanction] санкция
    [suspended-own-request] собственная просьба
   *[superseded] место документа занял другой
}; основание: { $act }
because-in-force = { $instrument }: { $force ->
    [yes] в силе
   *[no] больше не в силе
}; основание: { $act }
because-no-force = { $instrument }: не в силе; в записи нет дня, в который было бы выполнено условие вступления в силу
because-period-runs-on = { $instrument }: период { $number } — с { $from } и до дня за концом календаря
because-period-runs = { $instrument }: период { $number } — с { $from } по { $through }
because-term-ran = { $instrument }: срок { $number } истёк, последний день — { $through }
because-under = { $article }: { $holder ->
    [nobody] никто
   *[other] { $holder }
}
because-under-reading = в прочтении { $reading }: { $holder ->
    [nobody] назвать некого
   *[other] { $holder }
}
because-ratified = { $act }; отмечено рядом со статусом, депонирования в этой записи не найдено
because-vote-stands = { $party } ({ $body }): { $right ->
    [without-vote] права голоса нет
    [vote-permitted] голосовать разрешено
   *[vote-returned] право голоса возвращено
}; основание: { $act }
because-depends = зависит от даты акта { $name } ({ $when }): { $act }
because-rival = другое прочтение этого акта { $what ->
    [changes] меняет ответ
   *[otherwise] излагает иначе
} ({ $follows ->
    [another] запись следует другому прочтению
   *[none] запись не делает между ними выбора
}): { $said }
because-rival-on = другое прочтение этого акта { $what ->
    [changes] меняет ответ
   *[otherwise] излагает иначе
} ({ $follows ->
    [another] запись следует другому прочтению
   *[none] запись не делает между ними выбора
}): { $when }: { $said }
because-request-open = { $act } ({ $when }, { $name }): получено под номером { $number } этой записи и разослано вместе с ней; обращение само по себе ничего не меняет, и по { $day } ни один акт не дал ему действия
because-request-answered = { $act } ({ $when }, { $name }): получено под номером { $number } этой записи и разослано вместе с ней; обращение само по себе ничего не меняет, действие дал ему акт { $answer }: { $deed } ({ $then })
because-position = позиция: { $act }
because-waits = по { $day } в записи нет акта, которым условие признано выполненным; до такого акта решение ожидает
because-no-consent = согласия в записи{ $article }: не найдено
because-consents = согласия в записи{ $article }: { $count } [{ $counted }]
because-consents-of = согласия в записи{ $article }: { $count } из { $all }; здесь не найдены: { $missing }
because-signature-of = подпись — { $party }{ $article }: { $found ->
    [yes] есть
   *[no] в этой записи не найдена
}
because-consent-of = согласие на обязательность — { $party }{ $article }: { $found ->
    [yes] есть
   *[no] в этой записи не найдено
}
because-notice-ends = срок уведомления{ $article } истекает { $day }: { $found ->
    [yes] да
   *[no] в этой записи не найдено
}
because-turn-of = очередь — { $party }{ $article }: { $found ->
    [yes] да
   *[no] в этой записи не найдено
}
because-no-turn = очередь не предусмотрена{ $article }
because-act-of = акт органа — { $organ }{ $article }: { $found ->
    [yes] есть
   *[no] в этой записи не найден
}
because-provided = предусмотрено статьёй{ $article }: { $found ->
    [yes] да
   *[no] в этой записи не найдено
}
because-reached = { $counted }; { $reached ->
    [yes] условие выполнено
   *[no] условие не выполнено
}
