### Обязанности и помощь: что сказано рядом со словами записи.

duties-done = { $text }: исполнено, { $when } ({ $act })
duties-undated = { $text }: исполнено ли это, зависит от даты акта { $act } ({ $when })
duties-of-whom = { $text }: кто участвует, в этой записи не указано
duties-carry-out = исполнить { $act } ({ $said }): позиции расходятся: по правилу { $readings }
duties-reading-comes-to = { $outcome } в прочтении { $reading }
duties-rule-comes-to = { $outcome } в прочтении самого правила
duties-then = { $first }; { $then }
duties-messages = сообщения: { $messages }
duties-message-opening = открытие дела — { $message }
duties-message-of = { $step } — { $message }
duties-contributed = { $party } — { $aid ->
    [offer] предложено
    [contribute] предоставлено
    [release] возвращено
   *[report] сообщено
}: { $what } ({ $act })
duties-numbered = { $what }, { $count }
duties-no-contribution = в этой записи не найдено, чтобы помощь предоставили: { $parties }
duties-no-contribution-owed = в этой записи не найдено, чтобы помощь, которая добровольна, предоставили: { $parties }
