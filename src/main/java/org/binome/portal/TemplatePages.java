package org.binome.portal;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.contract.Authoring;
import org.binome.contract.Authoring.Busy;
import org.binome.contract.Contracts;
import org.binome.contract.Preview;
import org.binome.contract.Trial;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where template authors see what they write: the kinds of contract, the clauses, and a
 * preview of a changed template that is never stored. Templates themselves are changed in
 * the repository.
 */
@Controller
@RequestMapping("/templates")
@PreAuthorize("hasAnyRole('LEGAL', 'ADMIN')")
class TemplatePages {

	private static final int CONTRACTS_OFFERED = 50;

	private static final String VARIANT = "variant-";

	private final Authoring authoring;

	private final Contracts contracts;

	private final MessageSource messages;

	TemplatePages(Authoring authoring, Contracts contracts, MessageSource messages) {
		this.authoring = authoring;
		this.contracts = contracts;
		this.messages = messages;
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("kinds", this.authoring.kinds());
		Map<String, List<Authoring.ClauseFile>> clauses = new LinkedHashMap<>();
		for (String language : List.of("fr", "en")) {
			clauses.put(language, this.authoring.clauses(language));
		}
		model.addAttribute("clauses", clauses);
		return "templates";
	}

	/** The template as it stands in the repository, with the sample data. */
	@GetMapping("/{kind}/{language}")
	ModelAndView show(@PathVariable String kind, @PathVariable String language,
			@RequestParam(required = false) String file, Locale locale) {
		List<String> files = files(kind, language);
		String chosen = (file != null) ? file : files.getFirst();
		if (!files.contains(chosen)) {
			throw new NothingHere("There is no template " + chosen);
		}
		return page(new Trial(kind, language, "standard", Map.of(), "", null, chosen, this.authoring.source(chosen)),
				locale);
	}

	/** The same with a changed text, of which nothing is kept. */
	@PostMapping("/{kind}/{language}")
	ModelAndView preview(@PathVariable String kind, @PathVariable String language, @RequestParam String file,
			@RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "standard") String profile,
			@RequestParam(defaultValue = "") String brand, @RequestParam(defaultValue = "") String data,
			@RequestParam Map<String, String> fields, Locale locale) {
		if (!files(kind, language).contains(file) || !Authoring.PROFILES.contains(profile)
				|| !(brand.isEmpty() || this.authoring.brands().contains(brand))) {
			throw new NothingHere("There is no such template, strictness or brand");
		}
		Map<String, String> variants = fields.entrySet()
			.stream()
			.filter((field) -> field.getKey().startsWith(VARIANT) && Authoring.PROFILES.contains(field.getValue()))
			.collect(Collectors.toMap((field) -> field.getKey().substring(VARIANT.length()), Map.Entry::getValue));
		UUID contract = data.isEmpty() ? null : uuid(data);
		return page(new Trial(kind, language, profile, variants, brand, contract, file, source), locale);
	}

	private ModelAndView page(Trial trial, Locale locale) {
		ModelAndView page = new ModelAndView("template-preview");
		page.addObject("trial", trial);
		page.addObject("files", files(trial.kind(), trial.language()));
		page.addObject("profiles", Authoring.PROFILES);
		page.addObject("brands", this.authoring.brands());
		page.addObject("contracts", this.contracts.latest(trial.kind(), trial.language(), CONTRACTS_OFFERED));
		page.addObject("longest", Authoring.LONGEST_SOURCE);
		page.addObject("changed", !trial.source().equals(this.authoring.source(trial.file())));
		if (trial.source().length() > Authoring.LONGEST_SOURCE) {
			page.setStatus(HttpStatus.CONTENT_TOO_LARGE);
			page.addObject("refused",
					this.messages.getMessage("templates.tooLong", new Object[] { Authoring.LONGEST_SOURCE }, locale));
			return page;
		}
		try {
			Preview preview = this.authoring.preview(trial);
			page.addObject("preview", preview);
			page.addObject("images", preview.images().stream().map(TemplatePages::dataUri).toList());
		}
		catch (Busy ex) {
			page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
			page.addObject("refused", this.messages.getMessage("templates.busy", null, locale));
		}
		return page;
	}

	private List<String> files(String kind, String language) {
		if (!this.authoring.kinds().getOrDefault(kind, List.of()).contains(language)) {
			throw new NothingHere("There is no contract " + kind + " in " + language);
		}
		return this.authoring.files(kind, language);
	}

	private static UUID uuid(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new NothingHere("There is no contract " + text);
		}
	}

	private static String dataUri(byte[] image) {
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(image);
	}

}
