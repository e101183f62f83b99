package org.binome.portal;

import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.binome.contract.Amendments;
import org.binome.contract.Amendments.NothingToAmend;
import org.binome.contract.Contracts;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the partnership manager asks for other terms between two reviews (PIL-01).
 */
@Controller
@RequestMapping("/partnerships/{id}/amendment")
@PreAuthorize("hasRole('MANAGER')")
class AmendmentPage {

	private static final int LONGEST_REASON = 2000;

	private final Amendments amendments;

	private final Contracts contracts;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final MessageSource messages;

	AmendmentPage(Amendments amendments, Contracts contracts, Partnerships partnerships, Organisations organisations,
			MessageSource messages) {
		this.amendments = amendments;
		this.contracts = contracts;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable UUID id, Locale locale) {
		return page(id, obstacle(id, locale), Map.of(), Map.of(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Principal user,
			Locale locale) {
		String why = reason.strip();
		if (why.isEmpty() || why.length() > LONGEST_REASON) {
			return page(id, "", Map.of("reason", reason),
					Map.of("reason", this.messages.getMessage("amendment.reason.missing", null, locale)),
					HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.amendments.ask(id, why, user.getName());
			return new ModelAndView("redirect:/partnerships/" + id);
		}
		catch (NothingToAmend ex) {
			return page(id, obstacle(id, locale), Map.of("reason", reason), Map.of(), HttpStatus.CONFLICT);
		}
	}

	private String obstacle(UUID id, Locale locale) {
		if (this.contracts.inForce(id).isEmpty()) {
			return this.messages.getMessage("amendment.nothing", null, locale);
		}
		return this.amendments.underWay(id)
			.map((amendment) -> this.messages.getMessage("amendment.underWay", new Object[] { amendment.reference() },
					locale))
			.orElse("");
	}

	private ModelAndView page(UUID id, String obstacle, Map<String, String> form, Map<String, String> errors,
			HttpStatus status) {
		return new ModelAndView("amendment",
				Map.of("id", id, "organisation",
						this.organisations.get(this.partnerships.get(id).organisationId()).name(), "reference",
						this.contracts.inForce(id).map((contract) -> contract.reference()).orElse(""), "obstacle",
						obstacle, "form", form, "errors", errors),
				status);
	}

}
