### Кризисный стол.

crisis-title = Кризисный стол
crisis-lede = Просьбы о помощи — от просьбы до завершения: что сделано, чего не найдено и кто делает следующий шаг.
crisis-none = На { $day } нет открытых просьб о помощи. Здесь появится просьба, если участник обратится за помощью по статье, которая призывает каждого другого члена.
crisis-last = последний акт
crisis-docket = все дела
crisis-of = { $matter }: { $state }
crisis-must = Далее
crisis-may = Можно сделать сейчас
crisis-lacking = В этой записи не найдено акта
crisis-over = Дело завершено.
crisis-request = Просьба
crisis-stage = { $word ->
    [propose] Предложение
    [consult] Консультации
    [recommend] Рекомендация
    [determine] Определение
    [decide] Решение
    [notify] Уведомление
    [consent] Согласие
    [circulate] Рассылка
    [wait] Ожидание
    [deposit] Сдача на хранение
    [contribute] Предоставленная помощь
    [report] Донесения об обстановке
    [carry-out] Исполнение
   *[end] Завершение
}
crisis-duties = Чего требует статья
crisis-article-asks = Статья требует от участников: { $what }.
crisis-matter = то же дело в реестре
crisis-feed = следить через ленту
crisis-decision = для печати
crisis-asked = Кого просят и что каждый предоставил
crisis-how = как
crisis-count = число
crisis-aid = { $kind ->
    [offer] предложено
    [contribute] предоставлено
    [release] возвращено
   *[report] сообщено
}
crisis-voluntary = Что предоставить, каждый решает сам.
crisis-nobody-asked = В этой записи не указано, кого просят.
