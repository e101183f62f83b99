package org.binome.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.portal.ApiModel.CandidatePage;
import org.binome.portal.ApiModel.CandidateView;
import org.binome.portal.ApiModel.ImportView;
import org.binome.portal.ApiModel.NewProgrammeRequest;
import org.binome.portal.ApiModel.ProblemView;
import org.binome.portal.ApiModel.ProgrammeView;
import org.binome.prospecting.Candidate;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.ImportReport;
import org.binome.prospecting.Longlist;
import org.binome.prospecting.NewProgramme;
import org.binome.prospecting.Programme;
import org.binome.prospecting.Programmes;
import org.binome.prospecting.Scores;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/**
 * Programmes and their longlists for other programs.
 */
@RestController
@RequestMapping(path = "/api/programmes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Programmes", description = "Open programmes and fill their longlists")
class ProgrammesApi {

	private static final int LARGEST_FILE = 20 * 1024 * 1024;

	private final Programmes programmes;

	private final Candidates candidates;

	private final Longlist longlist;

	private final Accounts accounts;

	ProgrammesApi(Programmes programmes, Candidates candidates, Longlist longlist, Accounts accounts) {
		this.programmes = programmes;
		this.candidates = candidates;
		this.longlist = longlist;
		this.accounts = accounts;
	}

	@GetMapping
	@Operation(summary = "List programmes", description = "All programmes, newest first.")
	List<ProgrammeView> list() {
		return this.programmes.all().stream().map(this::view).toList();
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasRole('MANAGER')")
	@Operation(summary = "Open a programme", description = "Opens the programme and starts its prospecting process.")
	ResponseEntity<ProgrammeView> open(@Valid @RequestBody NewProgrammeRequest request, Principal user) {
		String owner = Optional.ofNullable(request.owner()).orElse(user.getName());
		if (this.accounts.find(owner).filter((account) -> account.has(Role.MANAGER)).isEmpty()) {
			throw new InvalidField("owner", "'" + owner + "' is no partnership manager");
		}
		Programme programme = this.programmes
			.open(new NewProgramme(request.name(), Optional.ofNullable(request.kind()).orElse("standard"),
					request.partnershipType(), request.persona(), request.audience(), owner, request.language()));
		return ResponseEntity.created(URI.create("/api/programmes/" + programme.id())).body(view(programme));
	}

	@GetMapping("/{id}")
	@Operation(summary = "Read a programme", description = "One programme with the size of its longlist.")
	ProgrammeView get(@PathVariable UUID id) {
		return view(this.programmes.get(id));
	}

	@PostMapping(path = "/{id}/candidates", consumes = "text/csv")
	@PreAuthorize("hasRole('MANAGER')")
	@Operation(summary = "Import candidates", description = """
			Takes a CSV file in UTF-8 with comma or semicolon. Right rows are added even when others are wrong; the \
			report names line, field, value and reason of each row that was not added. The same file again adds \
			nothing.""", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string")) }))
	ImportView importCsv(@PathVariable UUID id,
			@Parameter(description = "Shown in the report") @RequestParam(
					defaultValue = "longlist.csv") String fileName,
			@Parameter(hidden = true) InputStream body, Principal user, Locale locale) throws IOException {
		byte[] file = body.readNBytes(LARGEST_FILE + 1);
		if (file.length > LARGEST_FILE) {
			throw new MaxUploadSizeExceededException(LARGEST_FILE);
		}
		return view(this.longlist.importCsv(id, fileName, file, user.getName()), locale);
	}

	@PostMapping(path = "/{id}/candidates", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@PreAuthorize("hasRole('MANAGER')")
	@Operation(summary = "Import candidates", description = "The same with the file as part of a form.")
	ImportView importFile(@PathVariable UUID id, @RequestParam MultipartFile file, Principal user, Locale locale)
			throws IOException {
		String name = Optional.ofNullable(file.getOriginalFilename()).orElse("longlist.csv");
		return view(this.longlist.importCsv(id, name, file.getBytes(), user.getName()), locale);
	}

	@GetMapping("/{id}/candidates")
	@Operation(summary = "List candidates", description = "A part of the longlist in the order of names.")
	CandidatePage candidates(@PathVariable UUID id, @RequestParam(defaultValue = "0") @Min(0) int offset,
			@RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
		this.programmes.get(id);
		return new CandidatePage(this.candidates.count(id), offset,
				this.candidates.page(id, offset, limit).stream().map(ProgrammesApi::view).toList());
	}

	@GetMapping("/{id}/imports")
	@Operation(summary = "List imports", description = "The imports of a programme, newest first, without problems.")
	List<ImportView> imports(@PathVariable UUID id, Locale locale) {
		this.programmes.get(id);
		return this.longlist.imports(id).stream().map((report) -> view(report, locale)).toList();
	}

	private ProgrammeView view(Programme programme) {
		return new ProgrammeView(programme.id(), programme.name(), programme.kind(), programme.partnershipType(),
				programme.persona(), programme.audience(), programme.owner(), programme.language(),
				Optional.ofNullable(programme.readiness()).map((readiness) -> readiness.decision().name()).orElse(null),
				this.candidates.count(programme.id()), programme.longlistDeclared(), programme.scoredAt(),
				programme.createdAt());
	}

	private static CandidateView view(Candidate candidate) {
		Optional<Scores> scores = Optional.ofNullable(candidate.scores());
		return new CandidateView(candidate.id(), candidate.name(), candidate.website(), candidate.country(),
				candidate.language(), candidate.sector(), scores.map(Scores::desirability).orElse(null),
				scores.map(Scores::likelihood).orElse(null), scores.map(Scores::knockedOut).orElse(null),
				candidate.shortlisted(), candidate.partnershipId());
	}

	private static ImportView view(ImportReport report, Locale locale) {
		return new ImportView(report.id(), report.fileName(), report.importedBy(), report.at(), report.rowsRead(),
				report.rowsAdded(), report.rowsDuplicate(), report.rowsRejected(), report.ignoredColumns(),
				report.repeated(),
				report.problems()
					.stream()
					.map((problem) -> new ProblemView(problem.kind().name(), problem.line(), problem.field(),
							problem.value(), problem.reason(locale.getLanguage())))
					.toList());
	}

}
