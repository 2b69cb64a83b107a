### Председательство, должности и право голоса.

turns-depends-on-date = зависит от даты: { $acts }
turns-depends-on-reading = зависит от прочтения: { $acts }
turns-positions-differ = позиции расходятся ({ $act }): { $one ->
    [nobody] никто
   *[other] { $one }
} или { $other ->
    [nobody] никто
   *[other] { $other }
}
turns-stands-in-for = { $party }: замещение — { $absent }, чья очередь в прочтении { $reading }; своя очередь не израсходована
turns-another-took = в прочтении { $reading } очередь — { $due }; председательство — { $party }
turns-before-practice = до { $day } практика не следовала прочтению { $reading }; председательство следовало прочтению { $followed }
turns-before-practice-took = до { $day } практика не следовала прочтению { $reading }; в прочтении { $followed } очередь — { $due }, председательство — { $party }
turns-as-decided = { $deviation }; так решено: { $organ }, { $when } ({ $label })
turns-comes-back = очередь возвращается после замещения ({ $party }), которое своей очереди не израсходовало
turns-passed-over = очередь пропущена, поскольку членство приостановлено: { $parties }
turns-expected = ожидается по очерёдности, в записи этого нет; последняя записанная очередь — { $party ->
    [nobody] ничья
   *[other] { $party }
}
turns-expected-since = ожидается по очерёдности, в записи этого нет; последняя записанная очередь — { $party ->
    [nobody] ничья
   *[other] { $party }
}, с { $day }
turns-called-back = занимавший должность отозван ({ $party }), очередь израсходована
turns-stands-in-until = исполнение обязанностей до назначения
turns-called-back-until = { $explained }; исполнение обязанностей до назначения
turns-term-ended = срок полномочий истёк { $day }; более позднего назначения в этой записи не найдено
turns-rotation-expected = по очерёдности ожидалось: { $party }
turns-person-expected = ожидается по очерёдности: { $party }, лицо не установлено; последнее лицо в записи — { $holder ->
    [nobody] никто
   *[other] { $holder }
}
turns-person-expected-after = ожидается по очерёдности: { $party }, лицо не установлено; последнее лицо в записи — { $holder ->
    [nobody] никто
   *[other] { $holder }
} ({ $of })
turns-vote-lost = { $party } ({ $body }){ $article }: { $stands ->
    [taken] права голоса нет
    [permitted] голосовать всё же разрешено
    [returned] право голоса возвращено
    [disputed] права голоса, возможно, нет (позиции расходятся)
   *[undated] права голоса, возможно, нет (зависит от неустановленной даты)
}
turns-vote-lost-since = { $party } ({ $body }){ $article }: { $stands ->
    [taken] права голоса нет
    [permitted] голосовать всё же разрешено
    [returned] право голоса возвращено
    [disputed] права голоса, возможно, нет (позиции расходятся)
   *[undated] права голоса, возможно, нет (зависит от неустановленной даты)
} с { $day }
turns-vote-lost-and = { $party } ({ $body }){ $article }: { $stands ->
    [taken] права голоса нет
    [permitted] голосовать всё же разрешено
    [returned] право голоса возвращено
    [disputed] права голоса, возможно, нет (позиции расходятся)
   *[undated] права голоса, возможно, нет (зависит от неустановленной даты)
}; утрачивается также: { $also }
turns-vote-lost-since-and = { $party } ({ $body }){ $article }: { $stands ->
    [taken] права голоса нет
    [permitted] голосовать всё же разрешено
    [returned] право голоса возвращено
    [disputed] права голоса, возможно, нет (позиции расходятся)
   *[undated] права голоса, возможно, нет (зависит от неустановленной даты)
} с { $day }; утрачивается также: { $also }
