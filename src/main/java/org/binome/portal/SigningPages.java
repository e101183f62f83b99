package org.binome.portal;

import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.contract.Contract;
import org.binome.contract.ContractFiles;
import org.binome.contract.ContractFiles.ContractFile;
import org.binome.contract.Contracts;
import org.binome.contract.Revision;
import org.binome.contract.SealedContract;
import org.binome.contract.SealedContracts;
import org.binome.contract.Signatures;
import org.binome.contract.Signatures.Required;
import org.binome.contract.SignedScans;
import org.binome.contract.SignedScans.Refused;
import org.binome.contract.SignedScans.Scan;
import org.binome.contract.SignedScans.SignedBy;
import org.binome.contract.SigningOrder;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where our side sees who has signed, chooses who is asked first, brings in paper signed
 * by hand, and finds the sealed document with its validation (CON-01).
 */
@Controller
@RequestMapping("/contracts/{id}")
@PreAuthorize("hasAnyRole('MANAGER', 'LEGAL', 'SPONSOR', 'ADMIN')")
class SigningPages {

	private final Contracts contracts;

	private final Signatures signatures;

	private final SignedScans scans;

	private final SealedContracts sealed;

	private final ContractFiles files;

	private final Partnerships partnerships;

	private final Organisations organisations;

	private final Accounts accounts;

	private final MessageSource messages;

	SigningPages(Contracts contracts, Signatures signatures, SignedScans scans, SealedContracts sealed,
			ContractFiles files, Partnerships partnerships, Organisations organisations, Accounts accounts,
			MessageSource messages) {
		this.contracts = contracts;
		this.signatures = signatures;
		this.scans = scans;
		this.sealed = sealed;
		this.files = files;
		this.partnerships = partnerships;
		this.organisations = organisations;
		this.accounts = accounts;
		this.messages = messages;
	}

	@GetMapping("/signing")
	ModelAndView show(@PathVariable UUID id, Principal user) {
		return page(id, user, Map.of(), Map.of());
	}

	@PostMapping("/signing/order")
	@PreAuthorize("hasRole('MANAGER')")
	ModelAndView order(@PathVariable UUID id, @RequestParam SigningOrder order, Principal user, Locale locale) {
		if (!this.signatures.choose(id, order)) {
			return page(id, user, Map.of(), Map.of("parties", message("signing.order.late", locale)));
		}
		return again(id);
	}

	@PostMapping("/signing/scans")
	@PreAuthorize("hasRole('MANAGER')")
	ModelAndView upload(@PathVariable UUID id, @RequestParam MultipartFile file,
			@RequestParam MultiValueMap<String, String> form, Principal user, Locale locale) throws IOException {
		try {
			this.scans.upload(id, Objects.requireNonNullElse(form.getFirst("sha256"), ""), file.getBytes(),
					signedBy(id, form), user.getName());
			return again(id);
		}
		catch (Refused ex) {
			return page(id, user, form.toSingleValueMap(), Map.of("paper", message("scan." + ex.reason(), locale)));
		}
	}

	@PostMapping("/signing/scans/{scanId}")
	ModelAndView compare(@PathVariable UUID id, @PathVariable UUID scanId, @RequestParam boolean matches,
			@RequestParam(defaultValue = "") String note, Principal user, Locale locale) {
		scan(id, scanId);
		try {
			this.scans.compare(scanId, matches, note.strip(), user.getName());
			return again(id);
		}
		catch (Refused ex) {
			return page(id, user, Map.of(), Map.of("scans", message("scan." + ex.reason(), locale)));
		}
	}

	@GetMapping("/scans/{scanId}")
	ResponseEntity<byte[]> scanFile(@PathVariable UUID id, @PathVariable UUID scanId) {
		ContractFile file = this.files.get(scan(id, scanId).scanSha256());
		String ending = file.mediaType().replaceFirst(".*/", "");
		return download(file, this.contracts.get(id).reference() + "-scan." + ending);
	}

	@GetMapping("/sealed.pdf")
	ResponseEntity<byte[]> sealed(@PathVariable UUID id) {
		SealedContract document = this.sealed.latest(id).orElseThrow(() -> new NothingHere("Not sealed yet"));
		return download(this.files.get(document.sha256()), this.contracts.get(id).reference() + ".pdf");
	}

	static ResponseEntity<byte[]> download(ContractFile file, String name) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(file.bytes());
	}

	private ModelAndView page(UUID id, Principal user, Map<String, String> form, Map<String, String> errors) {
		Contract contract = this.contracts.get(id);
		Revision revision = this.contracts.current(id).orElseThrow(() -> new NothingHere("No revision yet"));
		Map<String, Object> model = new HashMap<>();
		model.put("contract", contract);
		model.put("organisation",
				this.organisations.get(this.partnerships.get(contract.partnershipId()).organisationId()));
		model.put("revision", revision);
		model.put("parties", this.signatures.required(contract, revision));
		model.put("order", this.signatures.order(id));
		model.put("orders", SigningOrder.values());
		model.put("asked", this.signatures.asked(id));
		model.put("scans", this.scans.of(id));
		model.put("username", user.getName());
		model.put("manager",
				this.accounts.find(user.getName()).filter((account) -> account.has(Role.MANAGER)).isPresent());
		model.put("names",
				this.accounts.accounts().stream().collect(Collectors.toMap(Account::username, Account::name)));
		this.sealed.latest(id).ifPresent((document) -> {
			model.put("sealed", document);
			model.put("check", this.sealed.recentCheck(document));
		});
		model.put("form", form);
		model.put("errors", errors);
		return new ModelAndView("signing", model, errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private List<SignedBy> signedBy(UUID id, MultiValueMap<String, String> form) {
		Contract contract = this.contracts.get(id);
		List<SignedBy> named = new ArrayList<>();
		for (Required party : this.signatures.required(contract, this.contracts.current(id).orElseThrow())) {
			String key = party.ours() ? "ours" : party.organisationId().toString();
			if ("true".equals(form.getFirst("signed-" + key))) {
				named.add(new SignedBy(party.organisationId(), Entries.text(form, "name-" + key),
						Entries.text(form, "title-" + key), date(form.getFirst("on-" + key))));
			}
		}
		return named;
	}

	private static LocalDate date(String text) {
		try {
			return LocalDate.parse(Objects.requireNonNullElse(text, ""));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private Scan scan(UUID id, UUID scanId) {
		return this.scans.get(scanId)
			.filter((found) -> found.contractId().equals(id))
			.orElseThrow(() -> new NothingHere("No such scan of this contract"));
	}

	private static ModelAndView again(UUID id) {
		return new ModelAndView("redirect:/contracts/" + id + "/signing");
	}

	private String message(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
