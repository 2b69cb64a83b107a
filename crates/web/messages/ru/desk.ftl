### Кто вошёл и чем он подписывает.

desk-keys = Ключи
desk-sign-in = Войти
desk-signed-in = Вошли:
desk-today = Сегодня
desk-new-act = Новый акт
desk-sign-out = Выйти

desk-role-authority = орган, вводящий ключи
desk-role-depositary = сотрудник депозитария
desk-role-delegation = делегация: { $state }
desk-role-seal = делегация: { $state }, вместе с лицом
desk-role-person = лицо из делегации: { $state }
desk-role-witness = свидетель: { $state }
