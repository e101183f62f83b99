package org.binome.portal;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.binome.account.Accounts;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * French or English: what was chosen for this page, what was chosen before in this
 * browser, the account's language, the browser's, in this order.
 */
@Component("localeResolver")
class LanguageResolver implements LocaleResolver {

	static final String PARAMETER = "lang";

	private static final String COOKIE = "BINOME-LANG";

	private static final String FIXED = LanguageResolver.class.getName();

	private static final List<String> LANGUAGES = List.of("fr", "en");

	private final Accounts accounts;

	LanguageResolver(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public Locale resolveLocale(HttpServletRequest request) {
		return Locale.of(known(request.getParameter(PARAMETER)).or(() -> fixed(request))
			.or(() -> cookie(request))
			.or(() -> account(request))
			.orElseGet(() -> browser(request)));
	}

	/** Shows this page in this language, unless the reader chooses another. */
	@Override
	public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
		request.setAttribute(FIXED, (locale != null) ? locale.getLanguage() : null);
	}

	/** Keeps the reader's choice, if one was made, in this browser. */
	void remember(HttpServletRequest request, HttpServletResponse response) {
		known(request.getParameter(PARAMETER)).ifPresent((language) -> response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, language)
					.path("/")
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.maxAge(java.time.Duration.ofDays(365))
					.build()
					.toString()));
	}

	private static Optional<String> known(String language) {
		return Optional.ofNullable(language).filter(LANGUAGES::contains);
	}

	private static Optional<String> fixed(HttpServletRequest request) {
		return known((String) request.getAttribute(FIXED));
	}

	private static Optional<String> cookie(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies != null) ? Arrays.stream(cookies)
			.filter((cookie) -> COOKIE.equals(cookie.getName()))
			.map(Cookie::getValue)
			.filter(LANGUAGES::contains)
			.findFirst() : Optional.empty();
	}

	private Optional<String> account(HttpServletRequest request) {
		return Optional.ofNullable(request.getRemoteUser())
			.flatMap(this.accounts::find)
			.flatMap((account) -> known(account.language()));
	}

	private static String browser(HttpServletRequest request) {
		return Collections.list(request.getLocales())
			.stream()
			.map(Locale::getLanguage)
			.filter(LANGUAGES::contains)
			.findFirst()
			.orElse("en");
	}

}
