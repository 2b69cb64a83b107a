### Предложения об акте: что отмечено и почему акт не принимается.

remarks-or = или
remarks-chair = председательствующее в нём государство
remarks-members = { $number ->
    [one] государство — член (число: { $number })
    [few] государства — члены вместе (число: { $number })
   *[other] государства — члены вместе (число: { $number })
}
remarks-period = { $number } { $unit ->
    [day] { $number ->
        [one] день
        [few] дня
       *[other] дней
    }
    [month] { $number ->
        [one] месяц
        [few] месяца
       *[other] месяцев
    }
   *[year] { $number ->
        [one] год
        [few] года
       *[other] лет
    }
}

remarks-no-vote-told = { $party }: в этот день права голоса нет ({ $organ }), а акт сообщает о поданном голосе
remarks-no-seat-told = { $party }: на { $day } нет места в составе ({ $organ }); акт сообщает о поданном голосе, который не учтён
remarks-told-in-two-ways = { $party }: акт больше одного раза сообщает о голосе этого государства, и по-разному; голос не учтён
remarks-told-twice = { $party }: акт больше одного раза сообщает о голосе этого государства; голос учтён один раз
remarks-rule-gives = по сообщённым голосам правило даёт итог «{ $gives ->
    [adopted] принято
    [not-adopted] не принято
    [conditional] принято под условием
    [vetoed] применено право вето
    [no-quorum] нет кворума
   *[undetermined] не определено
}», а запись сообщает «{ $says ->
    [adopted] принято
    [not-adopted] не принято
    [conditional] принято под условием
    [vetoed] применено право вето
    [no-quorum] нет кворума
   *[undetermined] не определено
}»
remarks-reading-gives = в прочтении { $reading } правило даёт по сообщённым голосам итог «{ $gives ->
    [adopted] принято
    [not-adopted] не принято
    [conditional] принято под условием
    [vetoed] применено право вето
    [no-quorum] нет кворума
   *[undetermined] не определено
}», а запись сообщает «{ $says ->
    [adopted] принято
    [not-adopted] не принято
    [conditional] принято под условием
    [vetoed] применено право вето
    [no-quorum] нет кворума
   *[undetermined] не определено
}»
remarks-not-bound = { $party }: в этот день документ ({ $instrument }) для этого государства не обязателен; уведомление получено и ничего не меняет
remarks-no-withdrawal = ни одно записанное здесь положение документа ({ $instrument }) не допускает выхода по уведомлению; уведомление получено
remarks-notice-early = { $instrument }: уведомление о выходе можно направить начиная с { $day }; уведомление получено — { $party }
remarks-notice-short = в уведомлении назван день { $day }; срок уведомления ({ $period }) истекает { $earliest }
remarks-notice-not-pending = срок по уведомлению уже не течёт: оно вступило в действие или уведомления не было
remarks-notice-stands = статья не допускает отзыва уведомления
remarks-no-full-powers = в этой записи не найдено акта: полномочия представлять государство ({ $party }) — { $person }, подписывает как { $capacity }
remarks-no-full-powers-received = в этой записи не найдено акта: полномочия представлять государство ({ $party }) — { $person }, подписывает как { $capacity }; сообщение получено, о пробеле сообщается государству, собственного действия у него нет
remarks-no-matter = { $label }: этот акт не открывает в этой записи никакого дела
remarks-no-convener = { $who }: нет права созывать орган ({ $organ }); его созывает { $conveners }
remarks-convened-already = { $organ }: на { $day } уже созвана { $form ->
    [regular] очередная
    [extraordinary] внеочередная
   *[remote] дистанционная
} сессия; акт ничего не меняет
remarks-no-call = в этой записи не найдено акта: созыв этой сессии
remarks-no-session = { $label }: в этой записи это не сессия и не созыв
remarks-minutes-already = редакция { $number } этого протокола уже внесена; акт ничего не меняет
remarks-no-minutes = в этой записи не найдено акта: редакция { $number } этого протокола
remarks-no-credentials = { $label }: в этой записи это не полномочия
remarks-no-examination = в этой записи не найдено акта: проверка этих полномочий
remarks-no-speaker = в этой записи не найдено акта: принятые полномочия говорить от имени государства ({ $party }) — { $person }
remarks-entry-on-another-day = { $instrument }: по статье день вступления в силу — { $day }, а акт сообщает { $told }
remarks-no-consents = { $instrument }: в этой записи не найдено актов — согласий, которые вводят документ в силу
remarks-no-consent-of = { $instrument }: в этой записи не найдено акта — согласие на обязательность, { $parties }
remarks-member-as-party = { $party }: членство ({ $body }) следует из участия в документе ({ $instrument }), выход из которого — по его статье; собственного действия у акта нет
remarks-no-notice = в этой записи не найдено акта: уведомление о выходе, срок по которому истёк, — { $party }, { $instrument }
remarks-never-member = { $party }: членства не было; акт ничего не меняет
remarks-member-no-longer = { $party }: членство уже прекращено; акт ничего не меняет
remarks-no-full-member = { $party }: в этот день полного членства нет; акт ничего не меняет
remarks-no-article-at-request = акт не называет статьи для приостановления по собственной просьбе члена, и ни одна записанная здесь статья его не предусматривает
remarks-no-article-to-suspend = акт не называет статьи для этого приостановления, и ни одна записанная здесь статья его не предусматривает
remarks-signature-closed = { $instrument }: открыто для подписания по { $last } включительно; подписание { $day } — { $party }
remarks-spent-signature = { $party }: участие в { $instrument } прекращено { $day }; подписания после этого в записи не найдено
remarks-spent-signature-open = { $party }: участие в { $instrument } прекращено { $day }; подписания после этого в записи не найдено, а для не подписавших статья предусматривает присоединение
remarks-signature-of-others = { $instrument }: не открыто для подписания этим государством — { $party }
remarks-accession-closed = { $instrument }: закрыто для присоединения; присоединение — { $party }
remarks-no-leave-to-accede = в этой записи не найдено акта, которого требует статья: согласие на присоединение — { $party }, { $instrument }; документ получен, собственного действия у него нет
remarks-no-accession = { $instrument }: ни одно записанное здесь положение не допускает присоединения; присоединение — { $party }
remarks-no-accession-received = { $instrument }: ни одно записанное здесь положение не допускает присоединения; присоединение — { $party }; документ получен, собственного действия у него нет
remarks-no-provisional = { $instrument }: ни одно записанное здесь положение не предусматривает временного применения; заявление о нём — { $party }
remarks-provisional-unsigned = { $instrument }: временно применяют те, кто подписал; заявление о временном применении без подписания — { $party }
remarks-no-reservations = { $instrument }: оговорок не допускает; она получена, о чём сообщается государству
remarks-reserved-late = { $party }: согласие на обязательность ({ $instrument }) дано { $day }, до оговорки; она получена, о чём сообщается государству
remarks-no-acceptance = в этой записи не найдено акта: принятие оговорки — { $party }
remarks-no-acceptance-by = в этой записи не найдено акта: принятие оговорки органом ({ $organ }) — { $party }
remarks-held-up = в этой записи до него не найдено акта: принятие оговорки — { $party }, { $instrument }; согласие получено и до тех пор не действует
remarks-held-up-by = в этой записи до него не найдено акта: принятие оговорки органом ({ $organ }) — { $party }, { $instrument }; согласие получено и до тех пор не действует
remarks-not-accepted = { $party }, { $instrument }: { $day } оговорка не принята; согласие получено, собственного действия у него нет
remarks-not-accepted-by = { $party }, { $instrument }: { $day } оговорка не принята органом ({ $organ }); согласие получено, собственного действия у него нет
remarks-reservation-of-another = { $party }: оговорка сделана другим государством; акт ничего не меняет
remarks-no-loss-of-vote = { $organ }: ни одна записанная здесь статья не лишает члена голоса
remarks-no-leave-to-vote = по статье никто не может разрешить голосовать тому, кто лишён голоса
remarks-another-organ = статья требует решения органа ({ $organ }); акт называет другой — { $other }
remarks-another-recommends = статья требует рекомендации органа ({ $organ }); акт называет другой — { $other }
remarks-no-decision-by = в этой записи не найдено акта: решение — { $organ }
remarks-no-recommendation-by = в этой записи не найдено акта: рекомендация — { $organ }
remarks-no-seat-then = { $party }: в этот день нет места в составе ({ $organ }); акт ничего не меняет
remarks-no-vote-already = { $party }: права голоса ({ $organ }) уже нет; акт ничего не меняет
remarks-vote-not-taken = { $party }: право голоса ({ $organ }) не утрачено; акт ничего не меняет
remarks-received-before-entered = сообщено, что акт получен { $said }; внесён он { $entered }
remarks-counts-from-receipt = датирован { $when }, получен { $day }: действует со дня получения
remarks-no-yearly-duty = { $article }: в этот день статья не устанавливает ежегодной обязанности
remarks-duty-of-exercise = { $duty }: обязанность за { $year } год исполняется учением, а этот акт — не учение
remarks-duty-of-decision = { $duty }: обязанность за { $year } год исполняется принятым решением органа ({ $organ }), а этот акт им не является
remarks-not-discharged = в этой записи не найдено акта за { $year } год: { $duty }
remarks-no-session-of-year = в этой записи не найдено сессии за { $year } год: { $organ }
remarks-few-sessions = в этой записи найдено меньше сессий за { $year } год, чем требует статья ({ $count }): { $organ }
remarks-no-later-appointment = срок закончился { $day }; назначения на время после него в этой записи не найдено
remarks-no-procedure = ни одна статья не предусматривает в этот день процедуры { $procedure }
remarks-no-standing = { $party }: нет права открывать процедуру «{ $procedure }»; оно есть у другого — { $actor }
remarks-no-standing-of-any = у того, кто действует, нет права открывать процедуру «{ $procedure }»; оно есть у другого — { $actor }
remarks-no-capacity = { $capacities }: в этом качестве здесь от имени государства не говорят; говорят — { $may }
remarks-no-such-step = в процедуре «{ $procedure }» нет стадии «{ $step }»
remarks-silence-consented = срок для этого истёк { $day }, и молчание означало согласие
remarks-step-of-another = { $party }: стадия пройдена тем, кому она не отведена; она отведена другому — { $actor }
remarks-step-of-person = { $person }: стадия пройдена тем, кому она не отведена; она отведена другому — { $actor }
remarks-step-of-another-body = { $body }: стадия пройдена тем, кому она не отведена; она отведена другому — { $actor }
remarks-not-adopted = { $party }: { $day } решение, которого требует статья, не принято
remarks-not-adopted-by = { $party }: { $day } решение, которого требует статья, не принято ({ $organ })
remarks-nobody-admits = { $body }: ни одна записанная здесь статья не говорит, кто принимает решение о приёме
remarks-nobody-restores = { $body }: ни одна записанная здесь статья не говорит, кто принимает решение о восстановлении
remarks-nobody-suspends = { $body }: ни одна записанная здесь статья не говорит, кто принимает решение о приостановлении
remarks-nobody-expels = { $body }: ни одна записанная здесь статья не говорит, кто принимает решение об исключении
remarks-no-decision-of-organ = в этой записи не найдено акта: решение органа
remarks-recall-of-another = по статье должностное лицо отзывает государство его гражданства ({ $holder }); здесь отзывает { $party }
remarks-citizen-of-no-member = статья требует гражданства государства — члена; { $party } в этот день не член
remarks-stands-in = в прочтении { $reading } очередь — { $due }; { $party } замещает: { $absent }
remarks-turn-denied = в прочтении { $reading } очередь — { $due }, а не { $party }
remarks-turn-of-another = в прочтении { $reading } очередь — { $due }; здесь — { $party }
remarks-no-voting-step = в процедуре «{ $procedure }» нет такой стадии, на которой голосует орган
remarks-voted-late = решение состоялось { $day }; голос, поданный после этого, не учитывается
remarks-voted-after-silence = срок молчания истёк { $end }; голос, полученный после этого, не учитывается
remarks-silence-runs = срок молчания истекает { $end }; до этого по нему ничего не принимается
remarks-step-of-another-kind = решение на этой стадии принимается по правилу «{ $step }»; в акте указано «{ $says }»
remarks-no-rule-for = на { $day } не действует ни одного правила для вопросов вида «{ $kind }» ({ $organ })
remarks-no-area-told = акт не говорит, к какой области общих усилий относится дело: { $areas }
remarks-target-votes = дело касается государства, голос которого по этому правилу не учитывается ({ $party })
remarks-objected-late = следующая стадия состоялась { $day }; возражение после этого ничего не отменяет
remarks-signed-for-another = подпись ({ $person }) поставлена за { $other }, а не за { $party }
remarks-no-seat = { $party }: на { $day } нет места в составе ({ $organ })
remarks-no-vote = { $party }: на { $day } нет права голоса ({ $organ })
remarks-voted-before = { $party }: голос по этому вопросу подан { $day }; прежде чем голосовать снова, его отзывают
remarks-no-vote-to-take-back = { $party }: там нет голоса, который можно отозвать
remarks-no-objection-to-take-back = { $party }: там нет возражения, которое можно отозвать
remarks-silence-stays-broken = возражение от { $day } прервало молчание; его отзыв молчания не возобновляет: текст рассылают заново
remarks-vote-told-otherwise = { $party }: акт сообщает голос «{ $told ->
    [for] за
    [against] против
    [abstain] воздержание
    [abstain-declared] заявленное воздержание
    [absent] отсутствие
    [object] возражение
    [object-to-format] возражение против формата
   *[not-participating] неучастие
}»; { $day } получен голос «{ $counts ->
    [for] за
    [against] против
    [abstain] воздержание
    [abstain-declared] заявленное воздержание
    [absent] отсутствие
    [object] возражение
    [object-to-format] возражение против формата
   *[not-participating] неучастие
}», он и учитывается
remarks-no-correction = в этой записи до него не найдено акта: дело по процедуре { $procedure }, в котором исправляется текст, — { $instrument }
remarks-read-differently = источники читают этот акт по-разному, и запись не делает между ними выбора
remarks-said-and-so = источник утверждает на { $when }: { $claim }; по этой записи это так
remarks-said-and-not-so = источник утверждает на { $when }: { $claim }; по этой записи это не так
remarks-said-and-disputed = источник утверждает на { $when }: { $claim }; по этой записи позиции расходятся
remarks-said-and-open = источник утверждает на { $when }: { $claim }; по этой записи это зависит от неустановленной даты
remarks-chair-of-another = { $other }: председательство в органе «{ $organ }» в тот же день у другого государства, а не у государства { $party }
remarks-figure-otherwise = { $other }: показатель { $name } на тот же день по тому же источнику — { $number }
remarks-entry-otherwise = { $other } говорит, что { $instrument } вступил в силу { $day }; этот акт говорит: { $told }
