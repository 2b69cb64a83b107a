### На что делегация должна ответить.

today-title = Сегодня
today-whose = Сегодня
today-whose-lede = От кого чего-то ждут: голоса, ответа до истечения срока молчания, документа, доклада.
today-nobody = На этот день ни от кого ничего не ждут.
today-state = государство
today-awaited = ожидается
today-next = первое
today-of = Сегодня: { $state }
today-lede = Чего ждёт эта запись на { $day }: у каждого дела свой срок и своя статья.
today-nothing = На этот день ничего не ждут.
today-soon = { $days ->
    [one] В ближайший { $days } день
    [few] В ближайшие { $days } дня
   *[other] В ближайшие { $days } дней
}
today-said = Что уже сказано на ещё открытых стадиях
today-overdue = Срок прошёл, акта в записи не найдено
today-timed = Со сроком
today-open = Без срока
today-free = Можно ответить
today-opened-by = Открыто: { $state }.
today-about = Касается: { $state }.
today-matter = дело и его шаги
today-binds = Что связывает его на этот день
today-takes-part = Всё, в чём оно участвует

today-step = { $step }: { $matter }
today-vote = { $step } — { $organ }: { $matter }
today-consent = Согласие на обязательность: { $instrument } — подписано, документ о согласии не найден
today-yearly = Ежегодно: { $duty }

today-propose = Внести предложение
today-consult = Провести консультации
today-recommend = Участвовать в рекомендации
today-determine = Участвовать в установлении
today-decide = Голосовать
today-notify = Уведомить
today-answer = Ответить или согласиться молчанием
today-circulate = Разослать текст
today-wait = Ждать
today-deposit = Сдать документ на хранение
today-contribute = Предложить помощь или оказать её
today-report = Доложить
today-carry-out = Исполнить
today-end = Завершить

today-due-today = сегодня, { $day }, последний день
today-due = до { $day }, { $days ->
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[other] осталось { $days } дней
}
today-was-due = срок был { $day }, { $days ->
    [one] { $days } день назад
    [few] { $days } дня назад
   *[other] { $days } дней назад
}
today-then-consent = молчание считается согласием, до этого можно возразить
today-then-lapses = затем дело прекращается
today-then-owed = обязанность остаётся
