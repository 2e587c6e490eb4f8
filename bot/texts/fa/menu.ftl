button-macros = 📋
button-more = بیشتر…
menu-more = چه کنم؟ واژه‌هایی را که فرمانی لازم دارد در پاسخ به یک پرسش می‌نویسید.
menu-choose = برای { $command } یکی را برگزینید.
menu-prompt = با واژه‌های لازم برای { $command } به این پیام پاسخ دهید. { $what }
button-never-mind = منصرف شدم
button-search = جست‌وجو
