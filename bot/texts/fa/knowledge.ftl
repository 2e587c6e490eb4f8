## Knowledge (bot.views.knowledge)

command-staff-kb = مقاله‌های ما چه می‌گویند: /kb واژه‌ها
kb-found = 📚 { $words }
kb-passage = { $place }. { $title }{ $heading-is ->
        [empty] {""}
       *[other] {" "}› { $heading }
    }
    { $text }
    📄 { $file }
kb-nothing = 📚 هیچ مقاله‌ای این واژه‌ها را ندارد: { $words }. واژه‌های کمتر یا دیگری را امتحان کنید؛ هر مقاله تازه یک فایل در desk/knowledge است.
