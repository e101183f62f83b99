package org.binome.portal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.binome.account.Company;
import org.binome.partner.InvalidLink;
import org.binome.partner.InvalidLink.Reason;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.SignedLink;
import org.binome.partner.SignedLinks;
import org.binome.portal.Outcome.Accepted;
import org.binome.portal.Outcome.GoesOn;
import org.binome.portal.Outcome.Rejected;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * What the partner's people see when they follow a link in our mail: no account, one
 * question, one answer, in their language.
 */
@Controller
class PartnerPages {

	private static final String SESSION = "BINOME-PARTNER";

	private final SignedLinks links;

	private final Organisations organisations;

	private final Map<String, PartnerPage> pages;

	private final Company company;

	private final LanguageResolver languages;

	private final ViewInterceptor views;

	PartnerPages(SignedLinks links, Organisations organisations, ObjectProvider<PartnerPage> pages, Company company,
			LanguageResolver languages, ViewInterceptor views) {
		this.links = links;
		this.organisations = organisations;
		this.pages = pages.stream().collect(Collectors.toMap(PartnerPage::purpose, Function.identity()));
		this.company = company;
		this.languages = languages;
		this.views = views;
	}

	@GetMapping("/p/{token}")
	ModelAndView show(@PathVariable String token, HttpServletRequest request) {
		SignedLink link = open(token, request);
		return page(link, Map.of(), Map.of(), HttpStatus.OK, request);
	}

	@PostMapping("/p/{token}")
	ModelAndView submit(@PathVariable String token, @RequestParam MultiValueMap<String, String> form,
			HttpServletRequest request, HttpServletResponse response) {
		SignedLink link = open(token, request);
		Locale locale = this.languages.resolveLocale(request);
		return switch (page(link).submit(link, form, who(request))) {
			case Accepted accepted -> new ModelAndView("partner/thanks",
					Map.of("text", accepted.text(locale.getLanguage()), "company", this.company.legalName()));
			case GoesOn step -> {
				if (!step.session().isEmpty()) {
					response.addHeader(HttpHeaders.SET_COOKIE, session(step.session(), request.isSecure()).toString());
				}
				yield new ModelAndView("redirect:" + action(request));
			}
			case Rejected rejected ->
				page(link, form.toSingleValueMap(), rejected.errors(), HttpStatus.UNPROCESSABLE_CONTENT, request);
		};
	}

	@ExceptionHandler
	ModelAndView refused(InvalidLink refusal) {
		HttpStatus status = (refusal.reason() == Reason.UNKNOWN) ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
		var page = new ModelAndView("partner/refused", status);
		page.addObject("reason", refusal.reason().name());
		page.addObject("company", this.company.legalName());
		return page;
	}

	private SignedLink open(String token, HttpServletRequest request) {
		SignedLink link = this.links.resolve(token);
		Organisation organisation = this.organisations.get(this.organisations.person(link.personId()).organisationId());
		this.languages.setLocale(request, null, Locale.of(organisation.language()));
		this.views.prepare(request, this.languages.resolveLocale(request));
		if (link.used()) {
			throw new InvalidLink(Reason.USED);
		}
		return link;
	}

	private PartnerPage page(SignedLink link) {
		PartnerPage page = this.pages.get(link.purpose());
		if (page == null) {
			// a link to something else than a page, such as a calendar
			throw new InvalidLink(Reason.UNKNOWN);
		}
		return page;
	}

	private ModelAndView page(SignedLink link, Map<String, String> form, Map<String, String> errors, HttpStatus status,
			HttpServletRequest request) {
		PartnerPage page = page(link);
		var model = new HashMap<>(page.model(link, who(request)));
		model.put("form", form);
		model.put("errors", errors);
		model.put("action", action(request));
		model.putIfAbsent("company", this.company.legalName());
		model.putIfAbsent("person", this.organisations.person(link.personId()));
		return new ModelAndView(page.view(), model, status);
	}

	private String action(HttpServletRequest request) {
		String chosen = request.getParameter(LanguageResolver.PARAMETER);
		Locale locale = this.languages.resolveLocale(request);
		return request.getRequestURI() + (locale.getLanguage().equals(chosen) ? "?lang=" + chosen : "");
	}

	private RequestInfo who(HttpServletRequest request) {
		String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
		Cookie session = WebUtils.getCookie(request, SESSION);
		return new RequestInfo(request.getRemoteAddr(), agent, this.languages.resolveLocale(request),
				(session != null) ? session.getValue() : "");
	}

	/**
	 * Goes back to us alone, over the same kind of connection, and ends with the browser.
	 */
	private static ResponseCookie session(String value, boolean secure) {
		return ResponseCookie.from(SESSION, value).path("/p/").httpOnly(true).secure(secure).sameSite("Lax").build();
	}

}
