package org.binome.contract;

import java.util.Locale;
import java.util.Map;

import org.binome.document.Templates;

import org.springframework.stereotype.Component;

/**
 * The templates of the contracts: one per kind and language.
 */
@Component
class ContractText {

	private final Templates templates;

	ContractText(Templates templates) {
		this.templates = templates;
	}

	/** The text of a contract as XHTML. */
	String html(String kind, String language, Map<String, Object> data) {
		return this.templates.render(template(kind, language), data, Locale.of(language));
	}

	/** The fingerprint of all templates that make up a contract's text. */
	String version(String kind, String language) {
		return this.templates.version(template(kind, language), "clauses/" + language + "/*.ftlh", "shared/*",
				"brands/" + this.templates.brand() + ".css");
	}

	/** The path of a contract's template. */
	static String template(String kind, String language) {
		return "contracts/%s/contract-%s.ftlh".formatted(kind, language);
	}

}
