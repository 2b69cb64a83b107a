### The depositary's notification of an act.

notification-title = Notification
notification-numbered = Notification { $number }: { $instrument }
notification-depositary = The depositary of the { $organisation }
notification-lede = The depositary communicates the following, which it received and recorded on { $day }.
notification-concerns = concerns
notification-sent-to = sent to
notification-position = { $act }, position { $position }
notification-judges-nothing = A depositary tells what it received, and does not judge it (VCLT 77).
