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
