package org.binome.portal;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;
import org.binome.relationship.NoPair;
import org.binome.relationship.Pairs;
import org.binome.relationship.Pairs.Side;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where somebody says that one of the named pair leaves: the pair is named again
 * (GOV-01).
 */
@Controller
@RequestMapping("/partnerships/{id}/pair/departure")
@PreAuthorize("hasRole('MANAGER')")
class PairDeparturePage {

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Pairs pairs;

	private final MessageSource messages;

	PairDeparturePage(Partnerships partnerships, Organisations organisations, Pairs pairs, MessageSource messages) {
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.pairs = pairs;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@PathVariable UUID id) {
		return page(id, Map.of(), Map.of(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView leave(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> form, Principal user,
			Locale locale) {
		String side = Entries.text(form, "side");
		String reason = Entries.text(form, "reason");
		var errors = new LinkedHashMap<String, String>();
		if (!side.equals("OURS") && !side.equals("PARTNER")) {
			errors.put("side", this.messages.getMessage("departure.side.missing", null, locale));
		}
		if (reason.isEmpty()) {
			errors.put("reason", this.messages.getMessage("departure.reason.missing", null, locale));
		}
		if (errors.isEmpty()) {
			try {
				this.pairs.leave(id, Side.valueOf(side), reason, user.getName());
				return new ModelAndView("redirect:/partnerships/" + id);
			}
			catch (NoPair ex) {
				errors.put("side", this.messages.getMessage("departure.none", null, locale));
			}
		}
		return page(id, Map.of("side", side, "reason", reason), errors, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private ModelAndView page(UUID id, Map<String, String> form, Map<String, String> errors, HttpStatus status) {
		var model = new LinkedHashMap<String, Object>();
		model.put("id", id);
		model.put("organisation", this.organisations.get(this.partnerships.get(id).organisationId()));
		this.pairs.latest(id).ifPresent((pair) -> model.put("pair", pair));
		model.put("form", form);
		model.put("errors", errors);
		return new ModelAndView("pair-departure", model, status);
	}

}
