package org.binome.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.process.CamundaSettings;

import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives every view the same few tools: <code>portal</code> (a {@link ViewContext}),
 * <code>format</code> ({@link Formats}), <code>t("key", …)</code> (a message) and
 * <code>lang</code>. They are attributes of the request, so error pages have them too.
 */
@Component
class ViewInterceptor implements HandlerInterceptor {

	private final Accounts accounts;

	private final LanguageResolver languages;

	private final MessageSource messages;

	private final Clock clock;

	private final String tasklistUrl;

	private final boolean mailbox;

	private final String version;

	ViewInterceptor(Accounts accounts, LanguageResolver languages, MessageSource messages, Clock clock,
			CamundaSettings camunda, Environment environment) {
		this.accounts = accounts;
		this.languages = languages;
		this.messages = messages;
		this.clock = clock;
		this.tasklistUrl = (camunda.tasklistUrl() != null) ? camunda.tasklistUrl() + "/tasklist" : null;
		this.mailbox = environment.acceptsProfiles(Profiles.of("local"));
		this.version = version(new ClassPathResource("static/assets/portal.css"),
				new ClassPathResource("static/assets/portal.js"));
	}

	/** Changes when a file does, so browsers never mix an old one with a new page. */
	private static String version(Resource... files) {
		try {
			var checksum = new CRC32();
			for (Resource file : files) {
				checksum.update(file.getContentAsByteArray());
			}
			return Long.toHexString(checksum.getValue());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod) {
			this.languages.remember(request, response);
			CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
			if (csrf != null && !request.getRequestURI().startsWith("/api/")) {
				// now, while the cookie can still be set
				csrf.getToken();
			}
			prepare(request, this.languages.resolveLocale(request));
		}
		return true;
	}

	/** Sets the tools up for a page in this language. */
	void prepare(HttpServletRequest request, Locale locale) {
		Account user = Optional.ofNullable(request.getRemoteUser()).flatMap(this.accounts::find).orElse(null);
		String path = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
			.orElse(request.getRequestURI());
		request.setAttribute("portal", new ViewContext(user, locale.getLanguage(),
				(CsrfToken) request.getAttribute(CsrfToken.class.getName()), path, this.tasklistUrl, this.mailbox));
		request.setAttribute("version", this.version);
		request.setAttribute("lang", locale.getLanguage());
		request.setAttribute("format", new Formats(locale, this.clock));
		request.setAttribute("t", (TemplateMethodModelEx) (arguments) -> message(arguments, locale));
	}

	private String message(List<?> arguments, Locale locale) throws TemplateModelException {
		Object[] values = new Object[arguments.size() - 1];
		for (int index = 0; index < values.length; index++) {
			values[index] = DeepUnwrap.unwrap((TemplateModel) arguments.get(index + 1));
		}
		String key = arguments.getFirst().toString();
		return this.messages.getMessage(key, values, key, locale);
	}

}
