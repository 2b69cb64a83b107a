### Уведомление депозитария об акте.

notification-title = Уведомление
notification-numbered = Уведомление { $number }: { $instrument }
notification-depositary = Депозитарий: { $organisation }
notification-lede = Депозитарий сообщает о следующем, полученном и внесённом в запись { $day }.
notification-concerns = документы
notification-sent-to = направлено
notification-position = { $act }, позиция { $position }
notification-judges-nothing = Депозитарий сообщает о полученном и не даёт этому оценки (статья 77 Венской конвенции о праве международных договоров).
