### Кто вошёл и чем он подписывает.

desk-keys = Ключи
desk-sign-in = Войти
desk-signed-in = Вход выполнен:
desk-today = Сегодня
desk-new-act = Новый акт
desk-sign-out = Выйти

desk-role-authority = орган, регистрирующий ключи
desk-role-depositary = должностное лицо депозитария
desk-role-delegation = делегация: { $state }
desk-role-seal = делегация: { $state }, вместе с должностным лицом
desk-role-person = должностное лицо делегации: { $state }
desk-role-witness = свидетель: { $state }

desk-act-title = Новый акт
desk-can = Что вы можете сообщить сегодня ({ $role }).
desk-cannot = { $link }, чтобы увидеть, что вы можете сообщить. Проверить текст и передать подписанную ноту может каждый.
desk-own-words = Своими словами
desk-entry = Одна запись журнала
desk-see = Посмотреть, что последует
desk-signed-already = Уже подписанная нота
desk-note = Текст со строками подписи
desk-send = Отправить
desk-look-first = Сначала посмотреть
desk-as-whom = Как если бы отправил
desk-depositary = депозитарий
desk-under = Основание: { $article }.
desk-nothing-sent = Пока ничего не отправляется: на следующей странице будет показано, примут ли акт, что изменится и какой именно текст подписывается.
desk-else = Другое сообщение
desk-optional = (можно не заполнять)
desk-before = До подписания
desk-change = Изменить
desk-taken = Акт будет принят.
desk-noticed = Что отмечено:
desk-not-taken = Акт не будет принят.
desk-sign = Подписать
desk-exactly = Подписывается именно это, три строки с их концами; отпечаток текста — номер акта.
desk-id = номер { $id }
desk-with-file = Если ключ хранится в файле, сохраните текст как { $file } и подпишите его так:
desk-signed-note = Подписанная нота: текст, пустая строка, строки подписи

desk-group-open = В открытых делах
desk-group-opening = Открыть дело
desk-group-instruments = О договоре
desk-group-free = Заявить

desk-changed = Что изменилось
desk-changed-caption = Как было известно до этого акта и вместе с ним
desk-would-change = Что изменилось бы
desk-would-change-caption = Как известно без этого акта и вместе с ним
desk-fact = факт
desk-fact-before = до
desk-fact-now = теперь
desk-fact-without = без него
desk-fact-with = вместе с ним
desk-changes-nothing = Ни статус, ни членство, ни место в органе, ни должность; акт остаётся в записи.
desk-notice-ends = Срок уведомления истекает { $day }: с этого дня прекращается участие: { $party }, { $instrument }.
desk-opens = Он открывает дело: { $matter }; основание — { $article }. Что выполнено и что ещё предстоит:
desk-belongs = Он относится к делу: { $matter }; основание — { $article }. Что выполнено и что ещё предстоит:

desk-held = Акт внесён в журнал
desk-held-at = Запись { $entry }, получено { $time }.
desk-held-act = акт
desk-held-by = отправитель
desk-held-id = номер
desk-held-receipt = квитанция
desk-held-proves = { $receipt }; { $note }
desk-receipt-link = доказывает это без данного сервера
desk-note-link = нота в том виде, как она подписана
desk-notification = Уведомление государствам, для печати
desk-another = Ещё один акт
desk-refused = Акт не принят
desk-back = Вернуться к подготовке актов

desk-keys-none = Эта запись прочитана из текста: журнала нет, поэтому нет и ключей.
desk-keys-lede = Каждый ключ внесён актом самого журнала, и только из этого акта следует, что он вправе подписывать. Других прав нет.
desk-keys-of = Ключи журнала { $log }
desk-key-whose = чей
desk-key = ключ
desk-key-since = с
desk-key-stands = положение
desk-key-whole = целиком
desk-key-digest = отпечаток { $digest }
desk-key-entry = запись { $entry }
desk-key-in-use = действует
desk-key-ended = прекращён
desk-key-ended-by = { $ended }: { $entry }
desk-key-contested = , подписанное начиная с записи { $entry } оспаривается
desk-make = Создать ключ
desk-make-here = Ключ создаётся в этом браузере, и извлечь его не может ни страница, ни вы: если данные браузера удалены, внесите другой.
desk-make-for = Для кого
desk-make-delegation = делегация
desk-make-person = должностное лицо делегации
desk-make-officer = должностное лицо депозитария
desk-make-state = Государство
desk-make-name = Имя ключа, адрес без указания протокола
desk-make-name-left = (если не указано, составляется по государству)
desk-make-keys = Ключи в этом браузере
desk-make-command = В командной строке:
desk-make-prints = Программа печатает ключ и отпечаток следующего за ним. Орган, регистрирующий ключи, вносит оба и отправляет ноту:

desk-prove = Вы подтверждаете владение ключом, внесённым в журнал, подписывая им текст. Сам ключ остаётся у вас.
desk-already = Вход уже выполнен: { $role }, ключ { $key }.
desk-browser-key = Ключом, который хранится в этом браузере
desk-file-key = Ключом, который хранится в файле
desk-that-machine = На машине, где находится ключ:
desk-it-asks = Программа запрашивает текст, подписывает его и печатает то, что нужно вставить сюда. Чтобы подписать вместо этого данный текст:
desk-signed-text = Подписанный текст со строкой подписи
desk-says-only = Этот текст говорит только о том, что ключ выполняет здесь вход, в течение пяти минут и один раз. Он начинается иначе, чем любой акт, и не может быть принят за него.

desk-draft-in-matter = { $what }: { $matter }, { $label }
desk-draft-of-treaty = { $what }: { $treaty }
desk-draft-by = { $step }, кто: { $actor }
desk-step = { $word ->
    [propose] Предложить
    [consult] Провести консультации
    [recommend] Рекомендовать
    [determine] Определить
    [decide] Решить
    [notify] Уведомить
    [consent] Дать согласие
    [circulate] Разослать
    [wait] Ожидать
    [deposit] Депонировать
    [contribute] Предоставить помощь
    [report] Доложить
    [carry-out] Исполнить
   *[end] Завершить
}
desk-offer = Предложить помощь
desk-give = Сообщить, что вы предоставляете
desk-report = Доложить
desk-object = Возразить
desk-vote = Сообщить, как вы голосуете
desk-sign-treaty = Подписать
desk-deposit = Депонировать документ
desk-notice = Уведомить о выходе
desk-take-back = { $kind ->
    [notice] Отозвать уведомление { $label }
    [vote] Отозвать голос { $label }
    [reservation] Отозвать оговорку { $label }
   *[objection] Отозвать возражение { $label }
}
desk-statement = Заявление
desk-request = Обращение, которое не открывает дела
desk-register = Зарегистрировать полученный документ
desk-register-notice = Зарегистрировать полученное уведомление о выходе

desk-ask-words = Словами
desk-ask-what = Что
desk-ask-stands = Каково положение
desk-ask-why = Почему
desk-ask-how = Как
desk-ask-explanation = Мотивы голосования
desk-ask-asked = О чём просьба
desk-ask-about = В отношении
desk-ask-person = Кто действует от имени государства
desk-ask-capacity = В каком качестве
desk-ask-form = Документ
desk-ask-remark = Примечание
desk-ask-said = Что заявлено
desk-ask-of-whom = К кому
desk-ask-decided = Что решено
desk-ask-outcome = Итог
desk-ask-from = От кого
desk-ask-arrived = Как получен и о чём говорит
desk-ask-for = За
desk-ask-against = Против
desk-ask-abstaining = Воздержались
desk-ask-absent = Отсутствовали
desk-votes-for = за
desk-votes-against = против
desk-votes-abstaining = воздерживается
desk-votes-objecting = возражает
desk-form = { $form ->
    [ratification] ратификационная грамота
    [acceptance] документ о принятии
    [approval] документ об утверждении
    [accession] документ о присоединении
    [succession] уведомление о правопреемстве
    [notification] уведомление о выполнении внутригосударственных процедур
   *[consent] согласие на обязательность
}

desk-script-no-key = Ни один ключ этого браузера не действует в этом журнале.
desk-script-make-one = Создать ключ
desk-script-in = Вход выполнен.
desk-script-other-text = Показанный текст — не тот, что составлен сервером: ничего не подписано.
desk-script-beginning = Текст начинается не так, как должен: ничего не подписано.
desk-script-signed = Подписано. Прочитайте ещё раз и отправьте.
desk-script-enrols = Орган, регистрирующий ключи, вносит его так:
desk-script-enrol-here = Внести в эту репетицию
desk-script-enrolled = Ключ внесён и действует.
desk-script-name = В имени ключа нет пробелов и знака плюс.
desk-script-made = Ключ создан и показан ниже; теперь его должен внести орган, регистрирующий ключи.
desk-script-no-keys = Этот браузер не создаёт таких ключей. Воспользуйтесь командной строкой ниже.
desk-script-sign-in-with = Войти ключом
desk-script-sign-with = Подписать ключом
desk-script-key = ключ
desk-script-next = следующий за ним ключ
desk-script-digest = отпечаток
