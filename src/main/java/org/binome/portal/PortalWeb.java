package org.binome.portal;

import java.util.Locale;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Messages and the tools of the views.
 */
@Configuration(proxyBeanMethods = false)
class PortalWeb implements WebMvcConfigurer {

	private final ObjectProvider<ViewInterceptor> views;

	PortalWeb(ObjectProvider<ViewInterceptor> views) {
		this.views = views;
	}

	@Bean
	static MessageSource messageSource() {
		var messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		messages.setDefaultLocale(Locale.ENGLISH);
		return messages;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.views.getObject());
	}

}
