//! Languages by their tags (BCP 47).

/// Returns the English name of a language tag, else the tag itself.
pub(crate) fn name(language: &str) -> String {
    let (base, rest) = language.split_once('-').unwrap_or((language, ""));
    let name = match base {
        "ar" => "Arabic",
        "az" => "Azerbaijani",
        "be" => "Belarusian",
        "cs" => "Czech",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "et" => "Estonian",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hy" => "Armenian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ka" => "Georgian",
        "kk" => "Kazakh",
        "ko" => "Korean",
        "ky" => "Kyrgyz",
        "lt" => "Lithuanian",
        "lv" => "Latvian",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sr" => "Serbian",
        "sw" => "Swahili",
        "tg" => "Tajik",
        "tk" => "Turkmen",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "uz" => "Uzbek",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => return language.to_owned(),
    };
    match rest {
        "latn" | "Latn" => format!("{name}, Latin letters"),
        _ => name.to_owned(),
    }
}

/// Returns a tag in its usual case: the script with a capital letter.
pub(crate) fn tag(language: &str) -> String {
    match language.split_once('-') {
        Some((base, "latn")) => format!("{base}-Latn"),
        Some((base, "cyrl")) => format!("{base}-Cyrl"),
        Some(_) | None => language.to_owned(),
    }
}
