### Что отмечено об акте.

noticed-nothing = { $party }, { $instrument } — { $status }: акт ничего не меняет
noticed-no-signature = в этой записи не найдено акта: { $party }, подписание до { $form ->
    [ratification] ратификации
    [acceptance] принятия
    [approval] утверждения
    [accession] присоединения
    [succession] правопреемства
    [notification] уведомления
   *[consent] согласия
} — { $instrument }
noticed-no-step = в этой записи до него не найдено акта: стадия «{ $step }», { $actor }
noticed-step-runs = срок предшествующего шага { $step } истекает { $day }
noticed-ended = дело завершено { $day }, до этого акта
noticed-no-consent = в этой записи не найдено акта: согласие на обязательность — { $party }, { $instrument }
noticed-no-decision = в этой записи до него не найдено акта: принятое решение, которого требует статья — { $organ }, { $party }
noticed-no-decision-of-any = в этой записи до него не найдено акта: решение о допуске к присоединению, которого требует статья — { $party }
