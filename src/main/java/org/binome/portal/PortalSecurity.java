package org.binome.portal;

import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.binome.account.Account;
import org.binome.account.Accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may see and do what on the web. Pages have a login form and a session; the API also
 * takes HTTP Basic. What isn't opened here needs a login.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class PortalSecurity {

	/** No inline script or style, nothing from elsewhere, no frame around us. */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
			+ "base-uri 'none'";

	@Bean
	UserDetailsService users(Accounts accounts) {
		return (username) -> accounts.find(username)
			.map(PortalSecurity::user)
			.orElseThrow(() -> new UsernameNotFoundException(username));
	}

	private static org.springframework.security.core.userdetails.UserDetails user(Account account) {
		return User.withUsername(account.username())
			.password(account.password())
			.roles(account.roles().stream().map(Enum::name).toArray(String[]::new))
			.build();
	}

	/**
	 * Programs: HTTP Basic without a session. A browser's session is good here too, but
	 * then needs the CSRF token.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain apiSecurity(HttpSecurity http) throws Exception {
		headers(http);
		return http.securityMatcher("/api/**", "/v3/api-docs/**", "/actuator/**")
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/actuator/health/**")
				.permitAll()
				.requestMatchers("/actuator/**")
				.hasRole("ADMIN")
				.anyRequest()
				.authenticated())
			.httpBasic((basic) -> basic.realmName("Binome").authenticationEntryPoint((request, response, failure) -> {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Binome\", charset=\"UTF-8\"");
				response.sendError(401, "Log in with HTTP Basic");
			}))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens())
				.requireCsrfProtectionMatcher((request) -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
						&& (!hasBasicCredentials(request) || fromAnotherSite(request))))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.requestCache((cache) -> cache.disable())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain pageSecurity(HttpSecurity http) throws Exception {
		headers(http);
		return http
			.authorizeHttpRequests(
					(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
						.permitAll()
						.requestMatchers("/login", "/p/**", "/calendar/*.ics", "/assets/**", "/favicon.ico")
						.permitAll()
						.anyRequest()
						.authenticated())
			.formLogin((form) -> form.loginPage("/login").permitAll())
			.logout((logout) -> logout.logoutSuccessUrl("/login?logout"))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens()))
			.build();
	}

	private static void headers(HttpSecurity http) throws Exception {
		http.headers(
				(headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
					.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
					.permissionsPolicyHeader((policy) -> policy.policy("camera=(), microphone=(), geolocation=()"))
					.httpStrictTransportSecurity(Customizer.withDefaults()));
	}

	/**
	 * Kept in a cookie, so a partner who follows a link gets no session and any replica
	 * can take the answer.
	 */
	private static CookieCsrfTokenRepository csrfTokens() {
		var tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("BINOME-CSRF");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> cookie.httpOnly(true).sameSite("Lax"));
		return tokens;
	}

	private static boolean hasBasicCredentials(HttpServletRequest request) {
		String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
		return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
	}

	/** A browser that remembers Basic credentials also sends them for another site. */
	private static boolean fromAnotherSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site != null && !Set.of("same-origin", "none").contains(site);
	}

}
